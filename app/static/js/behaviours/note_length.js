// How long a note is matters only once it gets long.
const SOON = 500;

export default function noteLength(area) {
  const line = document.getElementById(area.getAttribute("aria-describedby"));
  const { whole, left, over } = line.dataset;

  area.addEventListener("input", () => {
    const rest = whole - area.value.length;
    const words = rest < 0 ? over : left.replace(/\d+/, rest);
    const isNear = rest <= SOON;
    if (line.textContent !== (isNear ? words : "")) line.textContent = isNear ? words : "";
  });
}
