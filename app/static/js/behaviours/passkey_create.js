// Shows the form where the browser knows passkeys, and has one made before it is sent.
import { answerOf, optionsFrom, wordsFor } from "../passkeys.js";

export default function passkeyCreate(box) {
  if (!window.PublicKeyCredential) return;
  const form = box.querySelector("form");
  const status = box.querySelector("[role=status]");
  const options = JSON.parse(form.dataset.options);
  const { credential } = form.elements;
  box.querySelector("[data-without]").hidden = true;
  form.hidden = false;

  form.addEventListener("submit", async (event) => {
    if (credential.value) return;
    event.preventDefault();
    const button = event.submitter ?? form.querySelector("button");
    if (button.hasAttribute("aria-busy")) return;
    status.textContent = "";
    button.setAttribute("aria-busy", "true");
    try {
      credential.value = answerOf(await navigator.credentials.create(optionsFrom(options)));
      form.requestSubmit(button);
    } catch (error) {
      status.textContent = wordsFor(error, status);
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
  // Back to this page by the browser's button: that passkey has been sent already.
  addEventListener("pageshow", () => (credential.value = ""));
}
