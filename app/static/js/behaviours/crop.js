// Shows which part of a picture is cut out, and moves it: by pointer, by keys, by its
// sliders. A stylesheet places it as the server cuts it (app/lib/crops.py).
const STEPS = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] };
const NEARER = { "+": 10, "=": 10, "-": -10 };

export default async function crop(form) {
  const frame = form.querySelector(".crop");
  const picture = frame.querySelector("img");
  const { zoom, across, down } = form.elements;
  let grip;

  function draw() {
    const place = `${across.value}% ${down.value}%`;
    const style = { objectPosition: place, transformOrigin: place, scale: zoom.value / 100 };
    Object.assign(picture.style, style);
  }

  // How far the picture reaches beyond its frame.
  function room() {
    const { clientWidth: wide, clientHeight: high } = frame;
    const { naturalWidth, naturalHeight } = picture;
    const scale = Math.max(wide / naturalWidth, high / naturalHeight) * (zoom.value / 100);
    return [naturalWidth * scale - wide, naturalHeight * scale - high];
  }

  function move([fromAcross, fromDown], x, y) {
    const [wide, high] = room();
    if (wide > 1) across.value = fromAcross - (100 * x) / wide;
    if (high > 1) down.value = fromDown - (100 * y) / high;
    draw();
  }

  const place = () => [Number(across.value), Number(down.value)];

  function grab({ pointerId, clientX, clientY, button }) {
    if (button) return;
    frame.setPointerCapture(pointerId);
    grip = { from: place(), clientX, clientY };
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in STEPS) move(place(), ...STEPS[event.key]);
    else if (event.key in NEARER) zoom.value = Number(zoom.value) + NEARER[event.key];
    else return;
    event.preventDefault();
    draw();
  }

  picture.src = frame.dataset.whole;
  await picture.decode();
  for (const slider of [zoom, across, down]) {
    slider.step = "any";
    slider.value = slider.defaultValue;
  }
  draw();
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", frame.dataset.label);
  form.querySelector("[data-without]").hidden = true;
  form.querySelector("[data-with]").hidden = false;
  form.addEventListener("input", draw);
  frame.addEventListener("keydown", press);
  frame.addEventListener("pointerdown", grab);
  frame.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (grip) move(grip.from, clientX - grip.clientX, clientY - grip.clientY);
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"])
    frame.addEventListener(end, () => (grip = null));
}
