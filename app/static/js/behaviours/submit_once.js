// A second press of the button while the first is on its way does nothing.
export default function submitOnce(form) {
  let sent = false;

  const rest = () => {
    sent = false;
    const busy = document.querySelectorAll(`[aria-busy="true"]`);
    busy.forEach((button) => button.removeAttribute("aria-busy"));
  };

  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    event.submitter?.setAttribute("aria-busy", "true");
    // A request that was stopped brings no new page: the button works again.
    setTimeout(rest, 10_000);
  });
  // Back to this page by the browser's button: it may be sent again.
  addEventListener("pageshow", rest);
}
