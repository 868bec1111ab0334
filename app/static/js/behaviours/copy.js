// A button that copies a field, or a list with one line for each item.
export default function copy(button) {
  if (!navigator.clipboard) return;
  const words = button.querySelector("span");
  const source = document.getElementById(button.dataset.from);
  const text = () =>
    source.value ?? [...source.querySelectorAll("li")].map((item) => item.textContent).join("\n");
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    words.textContent = button.dataset.done;
  });
}
