// Where this device keeps words until the server has them: one slot for each person,
// text and tab. Another person in the same browser has other slots.

const ROOT = "inklings:words";
const MONTH = 30 * 24 * 3600 * 1000;
// Tells this tab from another one with the same text.
const TAB = Date.now().toString(36) + Math.random().toString(36).slice(2, 6);

const of = (writer, place) => `${ROOT}:${writer}:${place}`;
// Where a new text is sent; a note at home, where a new post is.
export const newOf = ({ begins }) => begins ?? "/posts";

// A new text is known by its sheet until it has an address.
export function keyOf(form) {
  const action = form.getAttribute("action");
  const sheet = action === newOf(form.dataset) ? `#${form.elements.form_key.value}` : "";
  return `${of(form.dataset.writer, action + sheet)}:${TAB}`;
}

// How the keys begin under which words for this text may lie.
export function beginningsFor({ writer, action, sheet, begins }) {
  const fresh = newOf({ begins });
  if (action === fresh) return [of(writer, `${fresh}#`)];
  const itself = of(writer, `${action}:`);
  return sheet ? [itself, of(writer, `${fresh}#${sheet}:`)] : [itself];
}

// The slots with one of these beginnings, the newest first.
export function slotsWith(beginnings) {
  const found = [];
  for (const key of allKeys()) {
    if (!key.startsWith(`${ROOT}:`)) continue;
    const slot = read(key);
    if (!slot || slot.at < Date.now() - MONTH) remove(key);
    else if (beginnings.some((beginning) => key.startsWith(beginning))) found.push({ key, ...slot });
  }
  return found.sort((one, other) => other.at - one.at);
}

// Whether there was room: a browser may be full, or keep nothing at all.
export function write(key, slot) {
  try {
    localStorage.setItem(key, JSON.stringify({ ...slot, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // What cannot be kept need not be removed.
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function allKeys() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
