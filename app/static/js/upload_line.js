// One picture on its way: a line with how far it is, the words for it, and a way out.
import { hold, rename, settle } from "./placeholders.js";
import { describe, upload } from "./uploads.js";

export class UploadLine {
  #stop = new AbortController();

  constructor(file, { area, place, template, number }) {
    Object.assign(this, { file, area, place });
    this.element = template.content.firstElementChild.cloneNode(true);
    this.alt = this.element.querySelector("input");
    this.words = hold(area, file.name, number);
    this.element.querySelector("bdi").textContent = file.name;
    this.element.addEventListener("click", this);
    this.alt.addEventListener("change", this);
    this.alt.addEventListener("keydown", this);
  }

  async send() {
    const { signal } = this.#stop;
    const bar = this.element.querySelector("progress");
    const onProgress = (part) => (bar.value = part);
    try {
      signal.throwIfAborted();
      const answer = await upload(this.place, this.file, { signal, onProgress });
      settle(this.area, this.words, answer.markdown);
      this.name = answer.name;
      this.element.dataset.state = "here";
      if (this.alt.value) this.#say();
    } catch (error) {
      settle(this.area, this.words, "");
      if (signal.aborted) this.element.remove();
      else this.#fail(error.message);
    }
  }

  handleEvent(event) {
    const act = event.target.closest("button")?.dataset.act;
    const isEnter = event.key === "Enter" && !event.isComposing;
    if (isEnter && event.type === "keydown") event.preventDefault();
    if (event.type === "change" && this.name) this.#say();
    if (act === "cancel") this.#stop.abort(new Error("cancelled"));
    if (act === "again") this.element.dispatchEvent(new CustomEvent("again", { bubbles: true, detail: this.file }));
    if (act === "again" || act === "close" || (isEnter && this.name)) this.#close();
  }

  #say() {
    rename(this.area, this.name, this.alt.value);
    describe(this.place, this.name, this.alt.value);
  }

  #fail(words) {
    this.element.dataset.state = "failed";
    this.element.querySelector("[role=alert]").textContent = words;
  }

  // A field that is left says that it has changed first.
  #close() {
    this.area.focus();
    this.element.remove();
  }
}
