// Says whether the words are safe: by the light and a few words in the masthead, and by
// a notice where there is something to do. All words stand in the page already.

const CALM = 600;
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
let slow;

export function show(state, words = state, faults = {}) {
  const status = document.getElementById("status");
  clearTimeout(slow);
  status.dataset.state = state;
  // What is over in a moment is not worth a word, least of all a spoken one.
  if (state === "saving") slow = setTimeout(() => say(status, words), CALM);
  else say(status, words);
  nameFault(faults);
  for (const notice of document.querySelectorAll("[data-when]"))
    notice.hidden = notice.dataset.when !== state;
}

// What has to be mended before it can be kept, in the words of the server.
function nameFault(faults) {
  const [words] = Object.values(faults).flat();
  if (words) document.querySelector("[data-fault]").textContent = words;
}

function say(status, words) {
  const name = words.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const time = new Date().toLocaleTimeString(document.documentElement.lang, CLOCK);
  const text = status.dataset[name].replace("{time}", time);
  if (status.textContent !== text) status.textContent = text;
}
