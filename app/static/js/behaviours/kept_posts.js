// The posts that this browser keeps for when there is no network, the latest first.
import { pageFrom } from "../trusted.js";

export default async function keptPosts(list) {
  if (!window.caches) return;
  const cache = await caches.open("inklings-posts");
  const requests = (await cache.keys()).reverse();
  const items = await Promise.all(requests.map(async (request) => {
    const answer = await cache.match(request, { ignoreVary: true });
    return item(new URL(request.url).pathname, await answer.text());
  }));
  list.replaceChildren(...items);
  document.getElementById("none-kept").hidden = items.length > 0;
  // Somebody who wanted another page gets it as soon as it can be had.
  if (location.pathname !== "/offline") window.addEventListener("online", () => location.reload());
}

function item(path, html) {
  const page = pageFrom(html);
  const link = document.createElement("a");
  link.href = path;
  link.dir = "auto";
  link.textContent = page.querySelector("main h1").textContent;
  const name = document.createElement("bdi");
  name.textContent = page.querySelector(".article-head .name")?.textContent ?? "";
  const line = document.createElement("li");
  line.append(link, document.createElement("br"), name);
  return line;
}
