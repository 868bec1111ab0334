// The buttons of a form by their shortcuts; what is hard to take back asks first.
import { isPressed } from "../shortcuts.js";

export default function shortcuts(form) {
  document.addEventListener("keydown", (event) => {
    // A form with a name is what its page is for: its keys work all over it.
    if (event.defaultPrevented || !(form.id || form.contains(event.target))) return;
    const buttons = [...form.elements].filter((one) => one.type === "submit");
    const button = buttons.find((one) => isPressed(event, one));
    if (!button) return;
    event.preventDefault();
    if (event.repeat) return;
    const question = document.getElementById(button.dataset.ask ?? "");
    if (question?.showPopover) question.showPopover();
    else if (form.dispatchEvent(new CustomEvent("shortcut", { cancelable: true, detail: button })))
      form.requestSubmit(button);
  });
}
