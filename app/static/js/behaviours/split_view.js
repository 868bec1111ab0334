// Text and preview side by side, where the window is wide; the browser remembers it.
import { recall, remember } from "../memory.js";

export default function splitView(button) {
  const { form } = button;

  function set(isSplit) {
    form.toggleAttribute("data-split", isSplit);
    button.setAttribute("aria-pressed", String(isSplit));
    if (isSplit) form.dispatchEvent(new Event("preview"));
  }

  button.hidden = false;
  set(recall("localStorage", "split") === "yes");
  button.addEventListener("click", () => {
    const isSplit = !("split" in form.dataset);
    remember("localStorage", "split", isSplit ? "yes" : "no");
    set(isSplit);
  });
}
