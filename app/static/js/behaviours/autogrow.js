// A textarea as high as its text, in browsers that can't do that by themselves.
export default function autogrow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  const grow = () => {
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight}px`;
  };
  area.addEventListener("input", grow);
  addEventListener("resize", grow);
  grow();
}
