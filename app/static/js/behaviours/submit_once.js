// A second press of the button while the first is on its way does nothing.
export default function submitOnce(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    event.submitter?.setAttribute("aria-busy", "true");
  });
  // Back to this page by the browser's button: it may be sent again.
  addEventListener("pageshow", () => {
    sent = false;
    const busy = document.querySelectorAll(`[aria-busy="true"]`);
    busy.forEach((button) => button.removeAttribute("aria-busy"));
  });
}
