// Tools above a text: by mouse, by shortcut, and by arrow keys along the bar.
import { formats } from "../formats.js";
import { explain, isPressed } from "../shortcuts.js";

export default function toolbar(bar) {
  const area = bar.closest("form").elements.body;
  const tools = [...bar.querySelectorAll("[data-format]")];
  const apply = (tool) => formats[tool.dataset.format](area);

  for (const tool of tools) {
    explain(tool, bar.dataset);
    tool.addEventListener("click", () => apply(tool));
  }
  bar.querySelectorAll("[hidden]").forEach((part) => (part.hidden = false));
  bar.querySelector("[data-without]").remove();
  area.addEventListener("keydown", (event) => {
    const tool = tools.find((one) => isPressed(event, one));
    if (!tool) return;
    event.preventDefault();
    apply(tool);
  });
  rove(bar);
}

// One stop for Tab; from there the arrows lead along, in the direction of reading.
function rove(bar) {
  const stops = [...bar.querySelectorAll("a, button")];
  const stand = (stop) => stops.forEach((one) => (one.tabIndex = one === stop ? 0 : -1));
  bar.setAttribute("role", "toolbar");
  stand(stops[0]);
  bar.addEventListener("focusin", (event) => stand(event.target.closest("a, button")));
  bar.addEventListener("keydown", (event) => {
    const forward = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const here = stops.indexOf(document.activeElement);
    const last = stops.length - 1;
    const next = { [forward]: here + 1, [back]: here - 1, Home: 0, End: last }[event.key];
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    stops.at(next > last ? 0 : next).focus();
  });
}
