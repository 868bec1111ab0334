// Offers how to end the word one has begun: a combobox with a list below. data-from is
// asked for it; data-word says where in the text it begins, up to the caret.
import { placeAtCaret } from "../caret.js";
import { replace } from "../text.js";

export default function suggest(box) {
  const field = box.querySelector("input, textarea");
  const list = box.querySelector("[role=listbox]");
  const { from, word, after = "" } = box.dataset;
  const ending = new RegExp(word, "u");
  let timer, asked, chosen = -1;
  const begun = () => field.value.slice(0, field.selectionStart).match(ending);
  // In a text of many lines the list is at the caret, and the field stays a text.
  const isText = field.matches("textarea");
  if (!isText) field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  close();

  function close() {
    clearTimeout(timer);
    asked?.abort();
    choose(-1);
    open(false);
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    if (!isText) field.setAttribute("aria-expanded", String(isOpen));
    if (isOpen && isText) placeAtCaret(list, field);
  }

  function choose(place) {
    chosen = place;
    for (const [other, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(other === place));
    if (place < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[place].id);
  }

  function show(offers) {
    list.replaceChildren(...offers.map(optionOf));
    choose(-1);
    open(offers.length > 0);
  }

  function optionOf({ value, note }, place) {
    const option = box.querySelector("template").content.firstElementChild.cloneNode(true);
    option.id = `${list.id}-${place}`;
    option.dataset.value = option.children[0].textContent = value;
    option.children[1].textContent = note;
    return option;
  }

  async function ask() {
    const text = begun()?.[0];
    if (!text) return close();
    asked?.abort();
    asked = new AbortController();
    const question = new URLSearchParams({ q: text });
    try {
      const answer = await fetch(`${from}?${question}`, { signal: asked.signal });
      show(answer.ok ? await answer.json() : []);
    } catch {} // Nobody waits for it: one can type to the end.
  }

  function take(option) {
    const { selectionStart: caret, value } = field;
    const end = isText || caret === value.length ? after : "";
    replace(field, begun().index, caret, option.dataset.value + end);
    close();
  }

  const end = () => take(list.children[chosen]);
  const down = () => choose((chosen + 1) % list.children.length);
  const up = () => choose((chosen < 1 ? list.children.length : chosen) - 1);
  const keys = { ArrowDown: down, ArrowUp: up, Enter: end, Tab: end, Escape: close };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  // Before whatever else a key would do in the field.
  box.addEventListener("keydown", (event) => {
    const needsChoice = event.key === "Enter" || event.key === "Tab";
    if (list.hidden || event.isComposing || !keys[event.key] || (needsChoice && chosen < 0)) return;
    event.preventDefault();
    keys[event.key]();
  }, { capture: true });
  // With the caret elsewhere, another word is meant.
  ["blur", "click"].forEach((leaving) => field.addEventListener(leaving, close));
  field.addEventListener("keyup", ({ key }) => /^(ArrowLeft|ArrowRight|Home|End)$/.test(key) && close());
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
}
