// Nothing but the words: everything else steps back until Escape, or the next visit.
import { recall, remember } from "../memory.js";

export default function focusMode(button) {
  const { body } = document;
  const area = button.form.elements.body;

  function set(isOn) {
    body.toggleAttribute("data-focus-mode", isOn);
    button.setAttribute("aria-pressed", String(isOn));
    remember("sessionStorage", "focus mode", isOn ? "on" : "");
  }

  button.hidden = false;
  set(recall("sessionStorage", "focus mode") === "on");
  button.addEventListener("click", () => {
    set(!body.hasAttribute("data-focus-mode"));
    area.focus();
  });
  document.addEventListener("keydown", (event) => {
    const isOpen = document.querySelector("[popover]:popover-open");
    if (event.key !== "Escape" || event.defaultPrevented || isOpen) return;
    if (body.hasAttribute("data-focus-mode")) set(false);
  });
}
