// On the page of a post: what has just been sent has arrived, this device may forget it.
import { take } from "../notes.js";
import { beginningsFor, remove } from "../slots.js";

export default function forgetWords(element) {
  const sent = take("sent");
  if (!sent) return;
  const isThis = beginningsFor(element.dataset).some((beginning) => sent.key.startsWith(beginning));
  // A version that did not grow means that it waits at the sign-in page, perhaps.
  if (isThis && Number(element.dataset.version) > Number(sent.version)) remove(sent.key);
}
