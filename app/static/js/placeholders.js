// Where a picture will be, in a text that goes on being written meanwhile.
import { replace, replaceQuietly } from "./text.js";

// A paragraph of its own at the caret; gives the words that stand in for the picture.
export function hold(area, name, number) {
  const words = `![${name.replace(/[[\]\\\n]/g, " ")} …](#picture-${number})`;
  const { value, selectionStart, selectionEnd } = area;
  const before = value.slice(0, selectionStart);
  const after = value.slice(selectionEnd);
  const lead = before.trim() && !before.endsWith("\n\n") ? (before.endsWith("\n") ? "\n" : "\n\n") : "";
  const tail = after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  replace(area, selectionStart, selectionEnd, lead + words + tail);
  return words;
}

// Puts other words in place of these; without any, its paragraph goes too.
export function settle(area, words, instead) {
  const from = area.value.indexOf(words);
  if (from < 0) return;
  const end = from + words.length;
  const gap = instead ? 0 : area.value.slice(end).match(/^\n{0,2}/)[0].length;
  replaceQuietly(area, from, end + gap, instead);
}

// What is said of a picture, wherever the text shows it.
export function rename(area, name, alt) {
  const said = alt.replace(/([\\`*_[\]<>~$&])/g, "\\$1");
  const shown = new RegExp(`!\\[((?:[^\\]\\\\]|\\\\.)*)\\](?=\\(/media/${name}\\b)`, "g");
  for (const { index, 0: old } of [...area.value.matchAll(shown)].reverse())
    replaceQuietly(area, index, index + old.length, `![${said}]`);
}
