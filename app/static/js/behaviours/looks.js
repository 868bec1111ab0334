// Paper, size and face while one reads: the form of their page in a menu. What is
// chosen holds at once, and is sent without leaving the page.
import { pageFrom } from "../trusted.js";

export default function looks(box) {
  if (!("popover" in HTMLElement.prototype)) return;
  const [link, button, menu] = box.children;
  let filling;

  const fill = () => (filling ??= formAt(link.href).then((form) => menu.append(form)));
  const giveUp = () => location.assign(link.href);

  link.hidden = true;
  button.hidden = false;
  button.addEventListener("pointerenter", () => fill().catch(() => (filling = null)));
  menu.addEventListener("beforetoggle", ({ newState }) => newState === "open" && fill().catch(giveUp));
  menu.addEventListener("change", async ({ target }) => {
    document.documentElement.dataset[target.name] = target.value;
    await send(target.form).catch(giveUp);
  });
}

async function formAt(address) {
  const answer = await fetch(address);
  const page = pageFrom(await answer.text());
  const part = page.querySelector(`[data-part="looks"]`);
  const form = part.closest("form");
  form.replaceChildren(form.querySelector("[name=csrf_token]"), part);
  form.className = "";
  return form;
}

async function send(form) {
  const headers = { "X-Part": "looks" };
  const answer = await fetch(form.action, { method: "POST", headers, body: new FormData(form) });
  if (!answer.ok) throw new Error(`not kept: ${answer.status}`);
}
