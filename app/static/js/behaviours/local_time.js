// The exact moment in the reader's own zone, when they point at a time.
export default function localTime(time) {
  const moment = new Date(time.dateTime);
  const language = document.documentElement.lang;
  const format = { dateStyle: "full", timeStyle: "short" };
  time.title = new Intl.DateTimeFormat(language, format).format(moment);
}
