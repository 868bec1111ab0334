// Sends a message in place: the page stays, and what is said stands at its end.
import { bind } from "../app.js";
import { pageFrom } from "../trusted.js";

export default function say(form) {
  const words = form.querySelector("textarea");
  let isSending = false;

  async function send(button) {
    const sent = words.value;
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    const page = pageFrom(await answer.text());
    const fresh = page.querySelector(".bubbles");
    const key = page.querySelector(`form.thread-sheet [name="form_key"]`);
    if (!answer.ok || !fresh || !key) throw new Error(`no conversation in ${answer.url}`);
    const log = document.querySelector(".bubbles");
    log.replaceChildren(...fresh.childNodes);
    log.querySelectorAll("[data-behaviour]").forEach(bind);
    log.querySelector("#latest")?.scrollIntoView({ block: "nearest" });
    form.elements.form_key.value = key.value;
    // What was typed while it was on its way is the next message.
    words.value = words.value.slice(words.value.startsWith(sent) ? sent.length : 0);
    button?.removeAttribute("aria-busy");
    words.focus();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    event.submitter?.setAttribute("aria-busy", "true");
    // The page that the server has to say it with is better than silence.
    await send(event.submitter).catch(() => form.submit());
    isSending = false;
  });
}
