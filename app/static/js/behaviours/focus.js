// What must be read first gets the focus, so that it is also heard first.
export default function focus(element) {
  element.focus({ preventScroll: false });
}
