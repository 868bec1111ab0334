// A button that copies a field, or a list with one line for each item.
export default function copy(button) {
  const source = document.getElementById(button.dataset.from);
  copies(button, () =>
    source.value ?? [...source.querySelectorAll("li")].map((item) => item.textContent).join("\n"));
}

// Where a browser lets nobody copy, the button stays away.
export function copies(button, text) {
  if (!navigator.clipboard) return;
  const words = button.querySelector("span");
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    words.textContent = button.dataset.done;
  });
}
