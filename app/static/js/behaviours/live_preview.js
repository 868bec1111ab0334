// The preview as the server draws it: in place of the text, or beside it as one writes.
import { pageFrom } from "../trusted.js";

export default function livePreview(form) {
  const panel = form.querySelector("#preview");
  const status = panel.querySelector("[role=status]");
  let asked = new AbortController();
  let pause = 500;
  let timer;

  async function draw() {
    asked.abort();
    asked = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "preview");
    const since = performance.now();
    try {
      const { previews } = form.dataset;
      const answer = await fetch(previews, { method: "POST", body, signal: asked.signal });
      const page = pageFrom(await answer.text());
      show(page);
      status.textContent = "";
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = panel.dataset.offline;
    }
    // A long text is not asked for more often than the server can draw it.
    pause = Math.max(500, 2 * (performance.now() - since));
  }

  function show(page) {
    for (const id of ["previewed", "wordcount"]) {
      const [old, fresh] = [form.querySelector(`#${id}`), page.getElementById(id)];
      if (!fresh) throw new Error(`no ${id} came back`);
      old.replaceChildren(...fresh.childNodes);
    }
  }

  for (const button of document.querySelectorAll(`[form="${form.id}"][value=preview]`))
    button.addEventListener("click", (event) => {
      event.preventDefault();
      draw();
      location.hash = panel.id;
      panel.focus({ preventScroll: true });
    });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    if (panel.checkVisibility()) timer = setTimeout(draw, pause);
  });
  form.addEventListener("preview", draw);
}
