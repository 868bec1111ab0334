// A thread on the page: where something that was just said belongs.
import { bind } from "./app.js";

const LEVELS = 4;

// Last below what it answers; on the last level, after it. What answers the post stands
// last too, or first where the newest are.
export function put(item, above, section) {
  const list = section.querySelector(":scope > .comments");
  const isNewest = new URL(location).searchParams.get("sort") === "newest";
  if (!above) return isNewest ? list.prepend(item) : list.append(item);
  const replies = above.querySelector(":scope > .comments, :scope > .branch > .comments");
  if (replies) return replies.append(item);
  if (levelOf(above) >= LEVELS) return above.closest("li").after(item);
  const fresh = document.createElement("ol");
  fresh.className = "comments";
  fresh.append(item);
  above.append(fresh);
}

function levelOf(one) {
  let level = 0;
  for (; one; one = one.parentElement.closest("article.comment")) level++;
  return level;
}

// What has come onto the page works like what was there before, and is looked at next.
export function wake(part) {
  for (const element of [part, ...part.querySelectorAll("[data-behaviour]")])
    if (element.dataset.behaviour) bind(element);
  part.scrollIntoView({ block: "nearest" });
  part.querySelector("textarea, .byline a.muted").focus();
}

// Nothing on it is unsent any more: nobody is asked before they leave.
export function retire(form) {
  delete form.dataset.unsaved;
  form.reset();
  return form;
}
