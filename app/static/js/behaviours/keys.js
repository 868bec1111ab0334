// Single letters move through the site, unless the reader has turned them off. What
// each does is said to people in templates/shortcuts/_keys.html.
import { answer, mark, open, press, step } from "../entries.js";
import { letter } from "../letters.js";
import { pageFrom } from "../trusted.js";

const SOON = 1500;

export default function keys(box) {
  if (document.documentElement.dataset.keys === "off") return;
  const places = JSON.parse(box.dataset.go);
  let last = { key: "", at: 0 };

  const deeds = {
    j: () => step(1),
    k: () => step(-1),
    o: open,
    l: () => mark("like"),
    s: () => mark("save"),
    r: answer,
    n: () => go(places.write),
    t: () => (window.scrollTo({ top: 0 }), true),
    "/": search,
    "?": () => (sheet(box), true),
  };

  document.addEventListener("keydown", (event) => {
    const key = letter(event);
    const goes = last.key === "g" && event.timeStamp - last.at < SOON;
    last = { key: goes ? "" : key, at: event.timeStamp };
    const done = goes ? (key === "s" ? search() : go(places[key])) : deeds[key]?.();
    if (done) event.preventDefault();
  });
}

function go(place) {
  if (place) location.assign(place);
  return Boolean(place);
}

// The field, or the way to the page that has one.
function search() {
  const fields = [...document.querySelectorAll("input[type=search]")];
  const field = fields.find((one) => one.checkVisibility());
  field?.focus();
  return Boolean(field) || press(document.querySelector("a[rel=search]"));
}

async function sheet(box) {
  const page = await fetch(box.dataset.sheet).then((answer) => answer.text()).catch(() => "");
  const part = pageFrom(page).querySelector(`[data-part="shortcuts"]`);
  if (!part) return go(box.dataset.sheet);
  const dialog = box.querySelector(".for-sheet").content.firstElementChild.cloneNode(true);
  dialog.append(part);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
