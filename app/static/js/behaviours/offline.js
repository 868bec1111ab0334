// Visitors can read again what they have read, where there is no network: a worker keeps
// it. Where the page names none, as for members, it is taken away with all that it kept.
import { workerAt } from "../trusted.js";

export default async function offline({ dataset }) {
  const { serviceWorker: workers } = navigator;
  if (!workers || !(location.protocol === "https:" || location.hostname === "localhost")) return;
  if (dataset.worker) afterLoad(() => workers.register(workerAt(dataset.worker), { updateViaCache: "all" }));
  else if (workers.controller) await takeAway(await workers.getRegistration("/"));
}

// Not while the page is on its way; and without it nothing is missing.
function afterLoad(register) {
  const quietly = () => register().catch(() => {});
  if (document.readyState === "complete") quietly();
  else window.addEventListener("load", quietly);
}

async function takeAway(registration) {
  await registration?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("inklings-")).map((name) => caches.delete(name)));
}
