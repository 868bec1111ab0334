// A button that copies a list, one line for each item.
export default function copy(button) {
  if (!navigator.clipboard) return;
  const words = button.querySelector("span");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const items = document.querySelectorAll(`#${button.dataset.from} li`);
    await navigator.clipboard.writeText([...items].map((item) => item.textContent).join("\n"));
    words.textContent = button.dataset.done;
  });
}
