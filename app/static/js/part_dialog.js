// Asks in a dialog what a page of its own asks: which part of a picture it is to be.
import { bind } from "./app.js";
import { pageFrom } from "./trusted.js";

export class PartDialog {
  constructor(element, onCut) {
    [this.element, this.onCut] = [element, onCut];
    this.fault = element.querySelector("[role=alert]");
    this.place = element.querySelector("div");
  }

  // Where the page does not come, the link opens it in a tab, and says why there.
  async open(event, address) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const form = await this.ask(address);
    if (!form) {
      window.open(address);
      return;
    }
    this.fault.textContent = "";
    this.place.replaceChildren(form);
    form.dataset.behaviour = "crop";
    form.className = "stack";
    bind(form);
    form.addEventListener("submit", (submitted) => this.cut(submitted));
    this.element.showPopover();
    form.querySelector("input[type=range]").focus();
  }

  async ask(address) {
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) return null;
    const page = pageFrom(await answer.text());
    return page.querySelector("form#part");
  }

  async cut(event) {
    event.preventDefault();
    const { target: form, submitter } = event;
    if (submitter.hasAttribute("aria-busy")) return;
    submitter.setAttribute("aria-busy", "true");
    const headers = { Accept: "application/json" };
    const options = { method: "POST", body: new FormData(form), headers };
    const answer = await fetch(form.action, options).catch(() => null);
    const told = await answer?.json().catch(() => null);
    submitter.removeAttribute("aria-busy");
    if (!answer?.ok) {
      this.fault.textContent = told?.error ?? this.element.dataset.failed;
      return;
    }
    this.element.hidePopover();
    this.onCut(told);
  }
}
