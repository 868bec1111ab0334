// The line that is open is seen, where a navigation is wider than the window.
export default function intoView(nav) {
  const open = nav.querySelector("[aria-current]");
  if (open) nav.scrollLeft = open.offsetLeft - (nav.clientWidth - open.offsetWidth) / 2;
}
