// A button that asks for a passkey and sends what it signed with the form around it.
import { answerOf, optionsFrom, wordsFor } from "../passkeys.js";

export default function passkeyGet(button) {
  if (!window.PublicKeyCredential) return;
  const form = button.form;
  const status = button.nextElementSibling;

  async function ask() {
    const { csrf_token: token } = form.elements;
    const body = new URLSearchParams({ csrf_token: token.value });
    const answer = await fetch(button.dataset.options, { method: "POST", body });
    if (!answer.ok) throw new Error(`${answer.status} from ${answer.url}`);
    return navigator.credentials.get(optionsFrom(await answer.json()));
  }

  button.hidden = false;
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    if (button.hasAttribute("aria-busy")) return;
    status.textContent = "";
    button.setAttribute("aria-busy", "true");
    try {
      form.elements.credential.value = answerOf(await ask());
      form.requestSubmit(button);
    } catch (error) {
      status.textContent = wordsFor(error, status);
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
  // Back to this page by the browser's button: what was signed is worth nothing now.
  addEventListener("pageshow", () => (form.elements.credential.value = ""));
}
