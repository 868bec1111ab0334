// Changes the text in a textarea as if it had been typed, so that it can be undone.

export function replace(area, from, to, words) {
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  const command = words ? "insertText" : "delete";
  if (from === to && !words) return;
  if (document.execCommand(command, false, words)) return;
  area.setRangeText(words, from, to, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

// The same while its writer is somewhere else, who shall not notice.
export function replaceQuietly(area, from, to, words) {
  const { activeElement } = document;
  const { scrollX, scrollY } = window;
  const moved = (place) => {
    if (place <= from) return place;
    return place < to ? from + words.length : place + words.length - (to - from);
  };
  const [start, end] = [moved(area.selectionStart), moved(area.selectionEnd)];
  replace(area, from, to, words);
  area.setSelectionRange(start, end);
  if (activeElement !== area) activeElement.focus({ preventScroll: true });
  scrollTo(scrollX, scrollY);
}

// Where the lines begin and end that the selection touches.
export function linesAround(area) {
  const { value, selectionStart, selectionEnd } = area;
  const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const end = value.indexOf("\n", selectionEnd);
  return [from, end < 0 ? value.length : end];
}

// The selection without spaces at its ends; without one, the word at the caret.
export function wordsAround(area) {
  const { value, selectionStart, selectionEnd } = area;
  if (selectionStart === selectionEnd) {
    const before = value.slice(0, selectionStart).match(/[\p{L}\p{M}\p{N}]*$/u)[0].length;
    const after = value.slice(selectionEnd).match(/^[\p{L}\p{M}\p{N}]*/u)[0].length;
    return [selectionStart - before, selectionEnd + after];
  }
  const chosen = value.slice(selectionStart, selectionEnd);
  const from = selectionStart + chosen.length - chosen.trimStart().length;
  return [from, Math.max(from, selectionEnd - (chosen.length - chosen.trimEnd().length))];
}

// Whether the caret stands in a block of code that three backticks began.
export function isInCode(area) {
  const before = area.value.slice(0, area.selectionStart);
  return (before.match(/^ {0,3}(?:```|~~~)/gm) ?? []).length % 2 === 1;
}
