// The posts of a page, and the one that the reader is at.

export function here() {
  return document.activeElement.closest(".entry") ?? document.querySelector("main article.article");
}

// To the next post of a list or the one before; at first to one that is in sight.
export function step(by) {
  const all = [...document.querySelectorAll("main .entry")];
  const place = all.indexOf(document.activeElement.closest(".entry"));
  const seen = all.findIndex((entry) => entry.getBoundingClientRect().bottom > 80);
  const next = all[place < 0 ? seen : place + by];
  if (!next) return false;
  linkOf(next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  return true;
}

export function open() {
  const entry = document.activeElement.closest(".entry");
  return press(entry && linkOf(entry));
}

// What only the author has there leads elsewhere, and is no button.
export function mark(kind) {
  return press(here()?.querySelector(`button.action--${kind}`) ?? document.querySelector(`.article-bar button.action--${kind}`));
}

// Where one says something below this post, or the way there.
export function answer() {
  const field = document.querySelector(".conversation .say textarea");
  const entry = document.activeElement.closest(".entry");
  if (!entry && field) field.focus();
  return (!entry && field) || press((entry ?? document).querySelector(`.actions a[href$="#comments"]`));
}

export function press(element) {
  element?.click();
  return Boolean(element);
}

// The title of an article; of a note, when it was written.
function linkOf(entry) {
  return entry.querySelector(".entry-title a") ?? entry.querySelector(".byline a:has(time)");
}
