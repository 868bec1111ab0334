// What is wider than the text scrolls in a box of its own: with a name for those who
// hear it, and a stop for the keyboard.
const BOXES = ":is(.table-scroll, .formula, pre, table:not(.table-scroll > *), math[display=inline])";

export default function scrollers({ dataset: names }) {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target.closest(BOXES), names);
  });
  for (const box of document.querySelectorAll(`.prose ${BOXES}`)) {
    observer.observe(box);
    // Its words grow and shrink while the box stays.
    if (box.firstElementChild) observer.observe(box.firstElementChild);
  }
}

function mark(box, names) {
  const name = nameOf(box, names);
  const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
  if (scrolls) box.tabIndex = 0;
  if (!name) return;
  box.role = scrolls ? (box.matches(".table-scroll") ? "region" : "group") : null;
  box.ariaLabel = scrolls ? name : null;
}

// A table or a formula itself says already what it is, and keeps its own role.
function nameOf(box, { table, code, formula }) {
  if (box.matches(".table-scroll")) return box.querySelector("caption")?.textContent || table;
  if (box.matches("pre")) return code;
  return box.matches(".formula") ? formula : "";
}
