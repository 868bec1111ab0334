// A new picture to stand above the text: brought, and chosen at once.
import { upload } from "../uploads.js";

export default function cover(box) {
  const form = box.closest("form");
  const words = form.querySelector("[data-behaviour=pictures]").dataset;
  const place = { address: words.address, words, token: () => form.elements.csrf_token.value };
  const button = box.querySelector("button");
  const chooser = box.querySelector("[type=file]");
  const fault = box.querySelector("[role=alert]");

  async function bring(file) {
    const { signal } = new AbortController();
    fault.textContent = "";
    button.setAttribute("aria-busy", "true");
    try {
      choose(await upload(place, file, { signal, onProgress: () => null }));
    } catch (error) {
      fault.textContent = error.message;
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  function choose({ name, src }) {
    const fresh = box.querySelector("template").content.cloneNode(true);
    const radio = fresh.querySelector("input");
    Object.assign(radio, { value: name, checked: true });
    fresh.querySelector("img").src = src;
    box.querySelector("fieldset").append(fresh);
    radio.dispatchEvent(new Event("input", { bubbles: true }));
    radio.focus();
  }

  box.querySelector("[data-without]").remove();
  button.hidden = false;
  button.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    if (chooser.files.length) bring(chooser.files[0]);
    chooser.value = "";
  });
}
