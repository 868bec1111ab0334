// Shortcuts as aria-keyshortcuts writes them: "Control+Shift+7", the ⌘ key on a Mac.

const isMac = /Mac|iP(hone|ad|od)/.test(navigator.platform);

export function isPressed(event, element) {
  const names = element.getAttribute("aria-keyshortcuts");
  if (!names || event.altKey || event.isComposing) return false;
  const parts = names.split("+");
  const key = parts.pop();
  if (event[isMac ? "metaKey" : "ctrlKey"] !== parts.includes("Control")) return false;
  if (event[isMac ? "ctrlKey" : "metaKey"]) return false;
  return event.shiftKey === parts.includes("Shift") && isKey(event, key);
}

// By the letter; by its place where the keyboard writes another script, or a digit.
function isKey(event, key) {
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  return event.key > "\u007f" && event.key.length === 1 && event.code === `Key${key}`;
}

// As people read it, after the name of the button: "Bold (Ctrl+B)".
export function explain(element, { control, shift }) {
  const names = element.getAttribute("aria-keyshortcuts");
  if (!names) return;
  if (isMac) element.setAttribute("aria-keyshortcuts", names.replace("Control", "Meta"));
  const keys = isMac
    ? names.replace("Control+", "⌘").replace("Shift+", "⇧")
    : names.replace("Control", control).replace("Shift", shift);
  element.title = `${element.title} (${keys})`;
}
