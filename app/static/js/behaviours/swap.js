// Sends a form in place, and puts the part of the page that comes back where it stood:
// the one around the button, which says in data-part what it is.
import { bind } from "../app.js";
import { pageFrom } from "../trusted.js";

export default function swap(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (button.hasAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    const address = button.getAttribute("formaction") ?? form.getAttribute("action");
    try {
      replaceAll(await partFrom(address, form, button.closest("[data-part]").dataset.part));
    } catch {
      // The page that the server has to say it with is better than silence.
      form.action = address;
      form.submit();
    }
  });
}

async function partFrom(address, form, name) {
  const headers = { "X-Part": name };
  const answer = await fetch(address, { method: "POST", headers, body: new FormData(form) });
  const page = pageFrom(await answer.text());
  const fresh = page.querySelector(`[data-part="${CSS.escape(name)}"]`);
  if (!answer.ok || !fresh) throw new Error(`no ${name} in ${answer.url}`);
  return fresh;
}

// It can stand on one page twice: beside the text and below it.
function replaceAll(fresh) {
  for (const old of document.querySelectorAll(`[data-part="${CSS.escape(fresh.dataset.part)}"]`)) {
    const part = fresh.cloneNode(true);
    const focused = controls(old).indexOf(document.activeElement);
    old.replaceWith(part);
    for (const element of [part, ...part.querySelectorAll("*")])
      if (element.dataset.behaviour) bind(element);
    if (focused >= 0) controls(part)[focused]?.focus();
  }
}

function controls(part) {
  return [...part.querySelectorAll("a, button")];
}
