// A picture to stand above the text: a new one, or a part of one, is chosen at once.
import { PartDialog } from "../part_dialog.js";
import { upload } from "../uploads.js";

export default function cover(box) {
  const form = box.closest("form");
  const words = form.querySelector("[data-behaviour=pictures]").dataset;
  const place = { address: words.address, words, token: () => form.elements.csrf_token.value };
  const [button, part] = [box.querySelector("button"), box.querySelector("a[target]")];
  const chooser = box.querySelector("[type=file]");
  const fault = box.querySelector("[role=alert]");
  const dialog = new PartDialog(document.querySelector("#cut"), choose);

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

  function choose({ name, src, alt }) {
    const fresh = box.querySelector("template").content.cloneNode(true);
    const radio = fresh.querySelector("input");
    Object.assign(radio, { value: name, checked: true });
    Object.assign(fresh.querySelector("img"), { src, ...(alt && { alt }) });
    box.querySelector("fieldset").append(fresh);
    radio.dispatchEvent(new Event("input", { bubbles: true }));
    radio.focus();
  }

  function offerPart() {
    const name = form.elements.cover_name.value;
    part.hidden = !name;
    part.href = `${place.address}${name}/part/`;
  }

  box.querySelector("[data-without]").remove();
  button.hidden = false;
  button.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    if (chooser.files.length) bring(chooser.files[0]);
    chooser.value = "";
  });
  box.addEventListener("input", offerPart);
  part.addEventListener("click", (event) => dialog.open(event, part.href));
  offerPart();
}
