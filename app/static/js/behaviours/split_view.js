// Text and preview side by side, where the window is wide; the browser remembers it.
export default function splitView(button) {
  const { form } = button;

  function set(isSplit) {
    form.toggleAttribute("data-split", isSplit);
    button.setAttribute("aria-pressed", String(isSplit));
    if (isSplit) form.dispatchEvent(new Event("preview"));
  }

  button.hidden = false;
  set(localStorage.getItem("split") === "yes");
  button.addEventListener("click", () => {
    const isSplit = !("split" in form.dataset);
    localStorage.setItem("split", isSplit ? "yes" : "no");
    set(isSplit);
  });
}
