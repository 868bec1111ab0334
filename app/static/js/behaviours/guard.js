// Before a page with unsent words is left, the browser asks; unless they are safe
// elsewhere, on the server or on this device.
export default function guard(form) {
  const words = () => [...form.querySelectorAll("textarea, input:not([type=hidden])")];
  const text = () => words().map((field) => field.value).join("\n");
  const before = text();
  let sent = false;
  form.addEventListener("submit", () => {
    sent = true;
    // If the request is stopped half-way, the words are still only here.
    setTimeout(() => (sent = false), 10_000);
  });
  addEventListener("pageshow", () => (sent = false));
  addEventListener("beforeunload", (event) => {
    // Whoever can keep the words does so now.
    form.dispatchEvent(new Event("leaving"));
    const changed = "unsaved" in form.dataset || text() !== before;
    if (changed && !sent && !form.hasAttribute("data-safe")) event.preventDefault();
  });
}
