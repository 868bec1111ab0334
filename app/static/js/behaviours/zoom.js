// A picture that leads to its larger file opens it above the page instead.
export default function zoom(box) {
  const template = box.querySelector(".for-picture");
  document.addEventListener("click", (event) => {
    const link = event.target.closest("figure > a:has(> picture, > img)");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(template.content.firstElementChild.cloneNode(true), link);
  });
}

function open(dialog, link) {
  const figure = dialog.querySelector("figure");
  const large = figure.querySelector("img");
  const { alt, naturalWidth, naturalHeight } = link.querySelector("img");
  const caption = link.parentElement.querySelector("figcaption");
  // Its place is kept while it is on its way.
  Object.assign(large, { alt, width: naturalWidth, height: naturalHeight, src: link.href });
  if (caption) figure.append(caption.cloneNode(true));
  dialog.addEventListener("click", ({ target }) => target.closest("figcaption") || dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
