// Beside each listing stands a button that copies it, without the prompts in it.
import { copies } from "./copy.js";

export default function listings(box) {
  const template = box.querySelector(".for-listing");
  for (const listing of document.querySelectorAll(".prose .highlight > pre")) {
    const button = template.content.firstElementChild.cloneNode(true);
    listing.after(button);
    copies(button, () => source(listing));
  }
}

function source(listing) {
  const copy = listing.cloneNode(true);
  copy.querySelectorAll(".gp").forEach((prompt) => prompt.remove());
  return copy.textContent;
}
