// What is wider than the text scrolls in a box of its own: with a name for those who
// hear it, and a stop for the keyboard. What fits is no stop.
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

const BOXES = ":is(.table-scroll, .highlight > pre, .formula)";

function mark(box, names) {
  const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
  box.toggleAttribute("tabindex", false);
  box.role = box.ariaLabel = null;
  if (!scrolls) return;
  box.tabIndex = 0;
  box.role = box.matches(".table-scroll") ? "region" : "group";
  box.ariaLabel = nameOf(box, names);
}

function nameOf(box, { table, code, formula }) {
  if (box.matches(".table-scroll")) return box.querySelector("caption")?.textContent || table;
  return box.matches(".formula") ? formula : code;
}
