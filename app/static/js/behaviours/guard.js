// Before a page with unsent words is left, the browser asks.
export default function guard(form) {
  const words = () => [...form.querySelectorAll("textarea, input:not([type=hidden])")];
  const before = words().map((field) => field.value).join("\n");
  let sent = false;
  form.addEventListener("submit", () => (sent = true));
  addEventListener("pageshow", () => (sent = false));
  addEventListener("beforeunload", (event) => {
    const changed = words().map((field) => field.value).join("\n") !== before;
    if (changed && !sent) event.preventDefault();
  });
}
