// A footnote opens beside its mark. Escape or a click elsewhere closes it, and the
// reader is where they were; without this the mark is a link to the note.
export default function footnotes(box) {
  if (!("popover" in HTMLElement.prototype)) return;
  const template = box.querySelector(".for-footnote");
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(`.prose a[role="doc-noteref"]`);
    if (!mark || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.getElementById(mark.hash.slice(1));
    if (!note) return;
    event.preventDefault();
    open(template.content.firstElementChild.cloneNode(true), note, mark);
  });
}

function open(aside, note, mark) {
  const [words, link] = aside.children;
  const prose = mark.closest(".prose");
  aside.ariaLabel += ` ${mark.textContent}`;
  words.className = "prose";
  words.lang = prose.lang;
  words.dir = prose.dir;
  words.append(...copyOf(note).childNodes);
  link.href = mark.hash;
  link.addEventListener("click", () => aside.hidePopover());
  aside.addEventListener("toggle", ({ newState }) => newState === "closed" && aside.remove());
  prose.after(aside);
  aside.showPopover({ source: mark });
  aside.focus();
}

// Without the way back, and without names that the page has once already.
function copyOf(note) {
  const copy = note.cloneNode(true);
  copy.querySelectorAll(`[role="doc-backlink"]`).forEach((link) => link.remove());
  copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
  return copy;
}
