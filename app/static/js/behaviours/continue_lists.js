// Enter in a list or a quote begins its next line; on an empty one it ends them.
import { isInCode, replace } from "../text.js";

const BEGINNING = /^(\s*(?:> ?)*)(?:([-*+]|\d{1,9}[.)]) +)?(\[[ xX]\] +)?/;

export default function continueLists(area) {
  area.addEventListener("keydown", (event) => {
    const { selectionStart: caret, selectionEnd, value } = area;
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key !== "Enter" || !isPlain || event.isComposing || caret !== selectionEnd)
      return;
    const start = value.lastIndexOf("\n", caret - 1) + 1;
    const line = value.slice(start, caret);
    const [all, lead, mark, task] = line.match(BEGINNING);
    const isList = mark || lead.includes(">");
    if (event.defaultPrevented || !isList || isInCode(area)) return;
    event.preventDefault();
    const isEmpty = line.length === all.length;
    // A line right below what it ends would still belong to it.
    const above = value.slice(value.lastIndexOf("\n", start - 2) + 1, start).trim();
    if (isEmpty) replace(area, start, caret, above ? "\n" : "");
    else replace(area, caret, caret, `\n${lead}${next(mark)}${task ? "[ ] " : ""}`);
  });
}

function next(mark) {
  if (!mark) return "";
  return `${mark.replace(/\d+/, (number) => Number(number) + 1)} `;
}
