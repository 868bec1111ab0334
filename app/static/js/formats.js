// What the tools above a text do to it: each turns on what is off, and off what is on.
import { linesAround, replace, wordsAround } from "./text.js";

const LIST = /^(\s*)(?:[-*+]|\d+[.)]) /;
const BLOCKS = {
  heading: { on: () => "## ", is: /^(\s*)#{1,6} /, off: /^(\s*)#{1,6} / },
  quote: { on: () => "> ", is: /^(\s*)> ?/, off: /^(\s*)> ?/ },
  list: { on: () => "- ", is: /^(\s*)[-*+] /, off: LIST },
  numbered: { on: (place) => `${place + 1}. `, is: /^(\s*)\d+[.)] /, off: LIST },
};

export const formats = {
  heading: (area) => block(area, BLOCKS.heading),
  bold: (area) => wrap(area, "**"),
  italic: (area) => wrap(area, "*"),
  link,
  quote: (area) => block(area, BLOCKS.quote),
  list: (area) => block(area, BLOCKS.list),
  numbered: (area) => block(area, BLOCKS.numbered),
  code: (area) => (chosen(area).includes("\n") ? fence(area) : wrap(area, "`")),
};

function chosen(area) {
  return area.value.slice(area.selectionStart, area.selectionEnd);
}

// Marks on both sides, outside of the words or chosen along with them. Where no words are
// chosen the caret stays among them, and before the last mark it steps out: one types on.
function wrap(area, mark) {
  const { selectionStart: caret, selectionEnd: end } = area;
  const [from, to] = wordsAround(area);
  const size = mark.length;
  const { value } = area;
  const words = value.slice(from, to);
  const has = (run) => (mark === "*" ? run % 2 === 1 : run >= size);
  const run = (text, back) => text.match(back ? /([*`]*)$/ : /^([*`]*)/)[0];
  const around = [run(value.slice(0, from), true), run(value.slice(to), false)];
  const within = [run(words, false), run(words, true)];
  const counts = (pair) => Math.min(...pair.map((one) => one.split(mark[0]).length - 1));
  const [first, last] = caret === end ? [caret, caret] : [from, to];
  const choose = (by) => area.setSelectionRange(first + by, last + by);
  const isLast = caret === end && /[^\s*`]/.test(value.charAt(caret - 1));
  if (isLast && has(counts([run(value.slice(caret), false)]))) {
    choose(size);
  } else if (has(counts(around))) {
    replace(area, from - size, to + size, words);
    choose(-size);
  } else if (words.length > 2 * size && has(counts(within))) {
    replace(area, from, to, words.slice(size, -size));
    area.setSelectionRange(from, to - 2 * size);
  } else {
    replace(area, from, to, mark + words + mark);
    choose(size);
  }
}

// A mark at the beginning of every line.
function block(area, { on, is, off }) {
  const [from, to] = linesAround(area);
  const caret = area.selectionStart;
  const isOne = area.selectionStart === area.selectionEnd;
  const lines = area.value.slice(from, to).split("\n");
  const full = lines.length > 1 ? lines.filter((line) => line.trim()) : lines;
  const isOn = full.every((line) => is.test(line));
  const changed = full.map((line, place) => {
    const bare = line.replace(off, "$1");
    return isOn ? bare : bare.replace(/^\s*/, (space) => space + on(place));
  });
  const text = lines.map((line) => (full.includes(line) ? changed.shift() : line)).join("\n");
  replace(area, from, to, text);
  const end = Math.max(from, caret + text.length - (to - from));
  area.setSelectionRange(isOne ? end : from, isOne ? end : from + text.length);
}

function fence(area) {
  const [from, to] = linesAround(area);
  const text = area.value.slice(from, to);
  const bare = text.match(/^```[^\n]*\n([\s\S]*)\n```$/);
  const words = bare ? bare[1] : `\`\`\`\n${text}\n\`\`\``;
  replace(area, from, to, words);
  area.setSelectionRange(from, from + words.length);
}

// What is still missing is chosen, to be typed over: the address, or the words.
function link(area) {
  const [from, to] = wordsAround(area);
  const words = area.value.slice(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(words);
  replace(area, from, to, isAddress ? `[](${words})` : `[${words}](https://)`);
  const address = from + words.length + 3;
  if (isAddress || !words) area.setSelectionRange(from + 1, from + 1);
  else area.setSelectionRange(address, address + "https://".length);
}
