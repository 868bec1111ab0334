// Has the words on a form kept by the server: one request at a time. One whose answer was
// lost is sent again as it was, before anything newer, so that it cannot meet itself.
import { keep } from "./keep.js";
import { bodyOf, givenTo, isBlank, same, see, settle, wordsOf } from "./sheet.js";
import { show } from "./status.js";

const [PAUSE, GAP, LONGEST, RETRY] = [1000, 2000, 10_000, 30_000];

export class Keeper {
  constructor(form) {
    this.form = form;
    this.known = "unsaved" in form.dataset ? null : givenTo(form);
    this.tries = this.last = this.began = 0;
  }

  get action() {
    return this.form.getAttribute("action");
  }

  get isDirty() {
    return !isBlank(this.form) && !same(wordsOf(this.form), this.known);
  }

  // A moment after typing stops; for who never stops, now and then.
  typed() {
    if (this.stopped || this.busy || this.tries) return;
    this.began ||= Date.now();
    if (this.isDirty) show("saving");
    this.soon(Math.min(PAUSE, this.began + LONGEST - Date.now()));
  }

  soon(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), Math.max(wait, this.last + GAP - Date.now()));
  }

  // Asks how it stands, also about words that have not changed.
  ask() {
    this.pending ??= this.snapshot();
    this.send();
  }

  async send() {
    clearTimeout(this.timer);
    if (this.busy || this.stopped || this.isLeaving) return;
    if (this.isDirty) this.pending ??= this.snapshot();
    if (!this.pending) return;
    if (!this.tries) show("saving");
    Object.assign(this, { busy: true, began: 0, last: Date.now() });
    const answer = await keep(`${this.action}/autosave`, this.pending.body);
    this.busy = false;
    this.hear(answer);
    this.afterwards?.();
  }

  snapshot() {
    return { words: wordsOf(this.form), body: bodyOf(this.form) };
  }

  hear(answer) {
    const { state } = answer;
    if (state === "saved") this.adopt(answer);
    else if (state === "old-form") this.renew(answer);
    else if (state === "offline" || state === "later") this.retry(answer);
    else this.stop(state, answer.errors);
  }

  retry({ state, wait }) {
    show(state);
    this.soon(wait || Math.min(RETRY, PAUSE * 2 ** this.tries++));
  }

  // What does not fit may fit when it is changed; all else ends it here.
  stop(state, errors) {
    show(state, state, errors);
    this.pending = undefined;
    this.tries = 0;
    if (state !== "invalid") this.stopped = state;
  }

  // Signed in again meanwhile, in another tab: this page needs another token.
  renew({ csrf_token: token, whose }) {
    if (whose !== this.form.dataset.writer || this.pending.isRenewed) return this.stop("signed-out");
    for (const field of document.querySelectorAll("[name=csrf_token]")) field.value = token;
    this.pending.body.set("csrf_token", token);
    this.pending.isRenewed = true;
    this.soon(0);
  }

  adopt({ version, stamp, action, edit, seen }) {
    const { form } = this;
    [this.known, this.pending, this.tries] = [see(form, seen, this.pending.words), undefined, 0];
    form.elements.version.value = version;
    form.elements.stamp.value = stamp;
    if (action !== this.action) settle(form, action, edit);
    form.dispatchEvent(new CustomEvent("kept", { detail: this.known }));
    show("saved", stamp ? "saved" : "same");
    if (this.isDirty) this.typed();
  }
}
