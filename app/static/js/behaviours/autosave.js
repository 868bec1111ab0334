// Nobody has to save: what is typed is kept by the server while it is being written.
import { Keeper } from "../keeper.js";
import { leave } from "../notes.js";
import { whenShown } from "../sheet.js";
import { newOf } from "../slots.js";

const HURRY = 4000;
const STILL_LEAVING = 10_000;

export default function autosave(form) {
  const keeper = new Keeper(form);
  let button;

  // What is on its way arrives first: the text would meet its own older self.
  function press() {
    if (!button) return;
    const pressed = button;
    button = undefined;
    keeper.isLeaving = true;
    pressed.removeAttribute("aria-busy");
    form.requestSubmit(pressed.form ? pressed : null);
  }

  function submitted(event) {
    if (keeper.pending && !keeper.isLeaving) {
      event.preventDefault();
      event.stopImmediatePropagation();
      button ??= event.submitter ?? document.createElement("button");
      button.setAttribute("aria-busy", "true");
      setTimeout(press, HURRY);
      keeper.send();
    } else {
      keeper.isLeaving = true;
      setTimeout(() => (keeper.isLeaving = false), STILL_LEAVING);
    }
  }

  // Back to a page as it was left: the server may know better by now.
  function back() {
    keeper.isLeaving = false;
    if (keeper.action !== newOf(form.dataset)) keeper.ask();
  }

  function seen() {
    if (document.visibilityState === "hidden") return keeper.send();
    if (keeper.stopped === "signed-out") keeper.stopped = undefined;
    keeper.send();
  }

  keeper.afterwards = press;
  form.addEventListener("input", () => keeper.typed());
  form.addEventListener("change", () => keeper.typed());
  form.addEventListener("submit", submitted, true);
  // Control and S: without a new page, since the caret would lose its place.
  form.addEventListener("shortcut", (event) => {
    if (event.detail.value === "publish") return;
    event.preventDefault();
    keeper.ask();
  });
  addEventListener("online", () => keeper.send());
  addEventListener("pagehide", () => keeper.send());
  document.addEventListener("visibilitychange", seen);
  addEventListener("pageshow", (event) => event.persisted && back());
  document.querySelector("[data-resume]").addEventListener("click", ({ currentTarget: link }) => {
    leave("resume", true);
    link.search = `?next=${encodeURIComponent(keeper.action)}`;
  });
  whenShown(() => {
    const [visit] = performance.getEntriesByType("navigation");
    if (visit?.type === "back_forward") back();
    else keeper.typed();
  });
}
