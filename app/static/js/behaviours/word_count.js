// Counts the words while they are written, by the rule of app/lib/markdown.py. What
// the text looks like without its marks is guessed here; each preview knows better.
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const UNREAD = /^( {0,3})(```|~~~)[^]*?^\1\2|\]\([^)\s]*[^)]*\)|<[^>\s][^>]*>|\[\^[^\]\s]+\]:?/gm;

export default function wordCount(line) {
  const area = document.getElementById(line.dataset.of);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  let timer;

  function say(kind, number) {
    const form = plural.select(number);
    const name = kind + form[0].toUpperCase() + form.slice(1);
    return (line.dataset[name] ?? line.dataset[`${kind}Other`]).replace(/\d+/, number);
  }

  function count() {
    const words = wordsIn(area.value);
    const minutes = Math.max(1, Math.round(words / line.dataset.aMinute));
    line.firstElementChild.textContent = say("words", words);
    line.lastElementChild.textContent = say("minutes", minutes);
  }

  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(count, 250);
  });
}

function wordsIn(source) {
  const text = source.replace(UNREAD, " ");
  const cjk = text.match(CJK)?.length ?? 0;
  return (text.replace(CJK, " ").match(WORD)?.length ?? 0) + Math.ceil(cjk / 2);
}
