// Sends a small form in place and puts the one that comes back where it stood.
import { bind } from "../app.js";

export default function swap(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const address = form.getAttribute("action");
    const button = event.submitter;
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { method: "POST", body: new FormData(form) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      // The mirror of /follow is /follow/delete, and the other way round.
      const mirror = address.endsWith("/delete") ? address.slice(0, -7) : `${address}/delete`;
      const fresh = page.querySelector(`form[action="${mirror}"]`);
      if (!answer.ok || !fresh) throw new Error(`no form in ${answer.url}`);
      replaceAll(address, fresh);
    } catch {
      // The page that the server has to say it with is better than silence.
      form.submit();
    }
  });
}

// A person can stand on one page twice: beside the text and below it.
function replaceAll(address, fresh) {
  for (const old of document.querySelectorAll(`form[action="${address}"]`)) {
    const form = fresh.cloneNode(true);
    const focused = old.contains(document.activeElement);
    old.replaceWith(form);
    bind(form);
    if (focused) form.querySelector("button").focus();
  }
}
