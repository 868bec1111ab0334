// Puts below a conversation what others say meanwhile, while somebody looks at it.
import { bind } from "../app.js";
import { pageFrom } from "../trusted.js";

const EVERY = 20_000;

export default function newer(log) {
  const last = () => log.querySelector("article:last-of-type");
  // Whoever reads further up is not pulled away from there.
  const isAtEnd = () => !last() || last().getBoundingClientRect().top < innerHeight;

  function show(page) {
    const follows = isAtEnd();
    for (const bubble of page.querySelectorAll(".bubble")) {
      log.append(bubble);
      bubble.querySelectorAll("[data-behaviour]").forEach(bind);
    }
    if (follows) last()?.scrollIntoView({ block: "nearest" });
  }

  async function ask() {
    const after = last()?.dataset.message ?? 0;
    const answer = await fetch(`${log.dataset.from}?after=${after}`);
    if (answer.status === 200)
      show(pageFrom(await answer.text()));
    return answer.ok;
  }

  async function look() {
    // A lost network comes back; a conversation that one has left does not.
    const goesOn = document.hidden || (await ask().catch(() => true));
    if (goesOn) setTimeout(look, EVERY);
  }

  setTimeout(look, EVERY);
}
