// Keeps the count beside each bell as it is by now, while somebody looks at the page.
const EVERY = 60_000;

export default function unread(teller) {
  let timer = 0;

  async function ask() {
    try {
      const answer = await fetch(teller.dataset.address);
      // Signed out elsewhere: the way leads to another page, and nothing is asked again.
      if (answer.redirected) end();
      else if (answer.ok) show(await answer.json(), teller);
    } catch {
      // The site is away. It is asked again in a minute.
    }
  }

  function attend() {
    clearInterval(timer);
    timer = document.hidden ? 0 : setInterval(ask, EVERY);
  }

  function comeBack() {
    attend();
    if (!document.hidden) ask();
  }

  function end() {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", comeBack);
  }

  document.addEventListener("visibilitychange", comeBack);
  attend();
}

function show({ count, shown, words }, teller) {
  const counts = [...document.querySelectorAll("[data-notices]")];
  const before = Number(counts[0]?.dataset.notices ?? 0);
  for (const place of counts) {
    place.dataset.notices = count;
    place.hidden = count === 0;
    place.firstElementChild.textContent = shown;
    place.lastElementChild.textContent = words;
  }
  // Said where there is more than before, not that it was read in another window.
  if (count > before) teller.textContent = words;
}
