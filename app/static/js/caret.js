// Where the caret is in a textarea, measured on a twin that nobody sees.
const COPIED = ["fontFamily", "fontSize", "fontWeight", "fontStyle", "letterSpacing", "lineHeight",
  "wordSpacing", "tabSize", "direction", "textAlign", "boxSizing",
  "paddingBlock", "paddingInline", "borderBlockWidth", "borderInlineWidth", "inlineSize"];

// Puts a list under the caret, within the box around both.
export function placeAtCaret(list, area) {
  const box = list.offsetParent;
  const { x, y } = caretIn(area);
  const start = getComputedStyle(box).direction === "rtl" ? box.clientWidth - x : x;
  list.style.insetBlockStart = `${y}px`;
  list.style.insetInlineStart = `${Math.max(0, Math.min(start, box.clientWidth - list.offsetWidth))}px`;
}

function caretIn(area) {
  const twin = document.createElement("div");
  const mark = document.createElement("span");
  const style = getComputedStyle(area);
  for (const name of COPIED) twin.style[name] = style[name];
  Object.assign(twin.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap" });
  Object.assign(twin.style, { overflowWrap: "break-word", borderStyle: "solid" });
  mark.textContent = "\u200b";
  twin.append(area.value.slice(0, area.selectionStart), mark);
  document.body.append(twin);
  const [frame, seen] = [twin.getBoundingClientRect(), mark.getBoundingClientRect()];
  twin.remove();
  return {
    x: area.offsetLeft + seen.left - frame.left,
    y: area.offsetTop + seen.bottom - frame.top - area.scrollTop,
  };
}
