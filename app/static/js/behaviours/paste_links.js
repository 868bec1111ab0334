// An address pasted over words makes a link of them.
import { isInCode, replace } from "../text.js";

export default function pasteLinks(area) {
  area.addEventListener("paste", (event) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const words = value.slice(from, to);
    const pasted = event.clipboardData.getData("text/plain").trim();
    const isAddress = /^https?:\/\/[^\s<>]+$/.test(pasted);
    if (!isAddress || !words.trim() || /\n|:\/\//.test(words) || isInCode(area)) return;
    event.preventDefault();
    const address = /[()]/.test(pasted) ? `<${pasted}>` : pasted;
    replace(area, from, to, `[${words}](${address})`);
  });
}
