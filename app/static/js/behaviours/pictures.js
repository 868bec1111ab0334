// Pictures into the text: chosen, pasted or dropped, and sent one after another.
import { UploadLine } from "../upload_line.js";

export default function pictures(box) {
  const form = box.closest("form");
  const area = form.elements.body;
  const chooser = box.querySelector("[type=file]");
  const list = box.querySelector("ul");
  const status = box.querySelector("[role=status]");
  const template = box.querySelector("template");
  const token = () => form.elements.csrf_token.value;
  const place = { address: box.dataset.address, words: box.dataset, token };
  let [queue, waiting, count, held] = [Promise.resolve(), 0, 0, null];

  function bring(files) {
    for (const file of files) {
      const line = new UploadLine(file, { area, place, template, number: (count += 1) });
      list.append(line.element);
      waiting += 1;
      queue = queue.then(() => line.send()).then(() => (waiting -= 1));
    }
    queue.then(goOn);
  }

  // What was sent too early goes out once the last picture has its place.
  function goOn() {
    if (waiting || !held) return;
    const [{ button }, failed] = [held, list.querySelector("[data-state=failed]")];
    held = null;
    status.textContent = "";
    if (!failed) form.requestSubmit(button);
  }

  function wait(event) {
    if (!waiting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = { button: event.submitter };
    status.textContent = box.dataset.wait;
  }

  // A word processor brings a picture of its words along: the words are meant.
  function take(event, data) {
    if (!data.files.length || data.types.includes("text/plain")) return;
    event.preventDefault();
    bring(data.files);
  }

  form.addEventListener("submit", wait, { capture: true });
  form.addEventListener("again", (event) => bring([event.detail]));
  form.querySelector("[data-pictures]").addEventListener("click", () => chooser.click());
  area.addEventListener("paste", (event) => take(event, event.clipboardData));
  // Also beside the text: a browser would open the picture in place of the page.
  form.addEventListener("drop", (event) => take(event, event.dataTransfer));
  form.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  chooser.addEventListener("change", () => {
    bring([...chooser.files]);
    chooser.value = "";
  });
}
