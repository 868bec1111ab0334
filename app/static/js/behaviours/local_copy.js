// Keeps what is typed on this device until the server has it, and offers it on return.
import { leave, take } from "../notes.js";
import { addNothing, givenTo, hasRoomFor, isBlank, lay, same, whenShown, wordsOf } from "../sheet.js";
import { beginningsFor, keyOf, newOf, remove, slotsWith, write } from "../slots.js";

const MOMENT = 300;
// A time to come and a series to begin: a draft does not keep them until it is sent.
const WAITING = ["publish_on", "new_series"];

export default function localCopy(form) {
  const box = document.getElementById("local-copy");
  const { version, stamp, form_key: sheet } = form.elements;
  let known = "unsaved" in form.dataset ? null : givenTo(form);
  let key = keyOf(form);
  let timer;
  let offered;

  // A note at home has a sheet alone: it is no version of anything.
  const over = () => version?.value ?? "";
  const slotOf = (words) => ({ words, version: over(), stamp: stamp?.value, sheet: sheet?.value });
  const isNothing = (words) => same(words, known) || (form.getAttribute("action") === newOf(form.dataset) && isBlank(form));

  function keep() {
    clearTimeout(timer);
    const words = wordsOf(form);
    if (key !== keyOf(form)) remove(key);
    key = keyOf(form);
    let safe = isNothing(words);
    if (safe) remove(key);
    else safe = write(key, slotOf(words));
    form.toggleAttribute("data-safe", safe);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(keep, MOMENT);
  }

  function offer() {
    const others = slotsWith(beginningsFor({ ...form.dataset, action: form.getAttribute("action") }));
    for (const slot of others)
      if (slot.key !== key && addNothing(slot.words, wordsOf(form))) remove(slot.key);
    const isNews = (slot) => hasRoomFor(slot.words, form) && !addNothing(slot.words, wordsOf(form));
    offered = others.find((slot) => slot.key !== key && isNews(slot));
    box.hidden = !offered;
    if (offered) describe(box, offered);
  }

  function takeThem() {
    const replaced = wordsOf(form);
    if (!isNothing(replaced)) write(`${key}-${Date.now()}`, slotOf(replaced));
    // They were typed over that state of the text: a newer one is noticed.
    if (offered.key.includes(form.getAttribute("action") + ":")) {
      version.value = offered.version;
      stamp.value = offered.stamp;
    } else if (sheet) {
      sheet.value = offered.sheet;
    }
    lay(form, offered.words);
    keep();
    done();
  }

  function done() {
    remove(offered.key);
    offer();
  }

  box.querySelector("[data-take]").addEventListener("click", takeThem);
  box.querySelector("[data-drop]").addEventListener("click", done);
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("kept", ({ detail }) => {
    known = detail.map(([name, text]) => [name, WAITING.includes(name) ? "" : text]);
    keep();
  });
  form.addEventListener("submit", () => {
    keep();
    leave("sent", { key, version: over() });
  }, true);
  form.addEventListener("leaving", keep);
  addEventListener("pagehide", keep);
  whenShown(() => {
    take("sent");
    keep();
    offer();
    if (take("resume") && offered) takeThem();
  });
}

function describe(box, { at, words }) {
  const day = { day: "numeric", month: "short", year: "numeric" };
  const format = { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const language = document.documentElement.lang;
  box.querySelector("b").textContent = new Intl.DateTimeFormat(language, format).format(at);
  const texts = new Map(words);
  const seen = ["title", "summary", "body"].map((name) => texts.get(name));
  box.querySelector("textarea").value = seen.filter(Boolean).join("\n\n");
}
