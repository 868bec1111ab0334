// Single letters that a reader presses, when they are not meant for something else.

const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable=false])";

// The letter; empty while somebody types, for what is the browser's, and while
// something is open above the page.
export function letter(event) {
  const { target, key, defaultPrevented, isComposing, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (defaultPrevented || isComposing || ctrlKey || altKey || metaKey) return "";
  if (target.closest?.(TYPING) || document.querySelector("dialog[open], :popover-open")) return "";
  return shiftKey && /^\p{L}$/u.test(key) ? "" : named(event);
}

// By its place where the keyboard writes another script.
function named({ key, code }) {
  if (key === "؟") return "?";
  return key > "\u007f" && code.startsWith("Key") ? code.slice(3).toLowerCase() : key;
}
