// Answers in place: a sheet opens below what it answers, and what was said appears there.
import { put, retire, wake } from "../thread.js";
import { pageFrom } from "../trusted.js";

export default function converse(section) {
  section.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-reply]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const open = link.closest("article").querySelector(":scope > form.say");
    if (open) return open.querySelector("textarea").focus();
    try {
      const form = await sheetFrom(link.href);
      link.closest("footer").after(form);
      wake(form);
    } catch {
      location.assign(link.href);
    }
  });

  section.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("form.say") || event.defaultPrevented || event.submitter?.name) return;
    event.preventDefault();
    try {
      await send(form, section);
    } catch {
      // The page that the server has to say it with is better than silence.
      form.submit();
    }
  });
}

async function send(form, section) {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
  const page = await pageOf(answer);
  if (answer.status === 422) return exchange(form, page.querySelector("form.say"));
  const said = page.getElementById(`c${answer.url.match(/\d+$/)}`).closest("li");
  const above = form.closest("article.comment");
  // The sheet below the post stays, as a new one: what is sent twice is said once.
  const next = above ? null : await sheetFrom(`${form.action}/new`);
  put(said, above, section);
  if (next) retire(form).replaceWith(next);
  else retire(form).remove();
  if (next) wake(next);
  wake(said);
}

function exchange(form, fresh) {
  retire(form).replaceWith(fresh);
  wake(fresh);
}

async function sheetFrom(address) {
  const form = (await pageOf(await fetch(address))).querySelector("form.say");
  if (!form) throw new Error(`no sheet at ${address}`);
  return form;
}

async function pageOf(answer) {
  return pageFrom(await answer.text());
}
