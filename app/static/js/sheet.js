// The words on a form: read, compared, and laid on it again.

// About the sheet, not on it.
const ABOUT = new Set(["csrf_token", "do", "form_key", "replaces", "stamp", "version"]);

const tidy = (text) => text.replaceAll("\r\n", "\n").normalize("NFC");
const isWords = ([name, value]) => !ABOUT.has(name) && typeof value === "string";

// What stands in the fields now, as pairs of a name and a text.
export function wordsOf(form) {
  const words = [...new FormData(form)].filter(isWords);
  return words.map(([name, text]) => [name, tidy(text)]);
}

// Whether nothing is written yet: a tag alone is no text.
export const isBlank = ({ elements }) =>
  ["title", "summary", "body"].every((name) => !elements[name]?.value.trim());

// What the form would send now, but for files.
export function bodyOf(form) {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
}

// What stood in them when the server sent the page.
export function givenTo(form) {
  const copy = form.cloneNode(true);
  copy.reset();
  return wordsOf(copy);
}

export const same = (some, others) => JSON.stringify(some) === JSON.stringify(others);

// Whether all of these words stand among the others. A choice counts where it differs from
// what its page had seen: an address that is made from the title meanwhile is no loss.
export function addNothing(words, others) {
  const seen = new Map(words);
  const isPlain = ([name]) => !name.endsWith("_seen") && !seen.has(`${name}_seen`);
  const isChosen = ([name, text]) => (seen.get(`${name}_seen`) ?? text) !== text;
  const stands = ([name, text]) => others.some((other) => other[0] === name && other[1] === text);
  return same(words.filter(isPlain), others.filter(isPlain)) && words.filter(isChosen).every(stands);
}

// Whether a form has room for these words: a note at home has none for a title, or a tag.
export function hasRoomFor(words, { elements }) {
  const fits = ([name, text]) => !text || name in elements;
  return "title" in elements || words.every(fits);
}

export function lay(form, words) {
  const left = [...words];
  for (const field of form.elements) {
    if (!field.name || ABOUT.has(field.name) || field.type === "file") continue;
    if (["checkbox", "radio"].includes(field.type)) {
      field.checked = words.some(([name, text]) => name === field.name && text === field.value);
    } else {
      const place = left.findIndex(([name]) => name === field.name);
      if (place < 0) continue;
      field.value = left.splice(place, 1)[0][1];
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// Calls back when the browser has put back whatever it remembers of this page.
export function whenShown(start) {
  if (document.readyState === "complete") start();
  else addEventListener("pageshow", start, { once: true });
}

// What the page says it has seen of the post follows what the post has become.
export function see(form, seen, words) {
  for (const [name, text] of Object.entries(seen))
    if (form.elements[name]) form.elements[name].value = text;
  return words.map(([name, text]) => [name, seen[name] ?? text]);
}

// A new text has got an address: from here on everything goes there.
export function settle(form, action, edit) {
  const before = form.getAttribute("action");
  for (const button of document.querySelectorAll("[formaction]")) {
    const address = button.getAttribute("formaction");
    if (address.startsWith(before)) button.setAttribute("formaction", action + address.slice(before.length));
  }
  form.setAttribute("action", action);
  history.replaceState(history.state, "", edit + location.hash);
}
