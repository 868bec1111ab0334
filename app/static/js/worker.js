// Keeps the posts that a visitor opens, to be read again where there is no network. While
// there is one, every page comes from it, as if this were not here. Nothing is kept that
// is for one reader alone. app/offline serves it as /sw.js, and says before the first line
// where the files of the site are: const STATIC = "/static/…/".
const SITE = "inklings-site", POSTS = "inklings-posts", PICTURES = "inklings-pictures";
const MOST = { [SITE]: 200, [POSTS]: 30, [PICTURES]: 200 };
const POST = /^\/@\w+\/[^/]+$/;
const FILE = /^\/(static|media|avatars)\//;
const seen = new Set();

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => {
  // The page is asked for while this wakes up.
  event.waitUntil(self.registration.navigationPreload?.enable());
});
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate") event.respondWith(page(event, new URL(url)));
  else if (FILE.test(pathname)) event.respondWith(file(event, pathname));
});

async function prepare() {
  const files = ["site.css", "js/app.js", "js/behaviours/kept_posts.js", "img/icons.svg"];
  for (const address of ["/offline", ...files.map((name) => STATIC + name)]) {
    if (!(await keep(SITE, keyOf(address), await fetch(address)))) throw new Error(address);
  }
  await self.skipWaiting();
}

async function page(event, { pathname, search }) {
  try {
    const early = await event.preloadResponse?.catch(() => null);
    const answer = early ?? (await fetch(event.request));
    if (POST.test(pathname) && !search) event.waitUntil(remember(pathname, answer.clone()));
    return answer;
  } catch {
    const known = (await found(POSTS, pathname)) ?? (await found(SITE, "/offline"));
    return known ?? Response.error();
  }
}

// What is gone is not kept any longer; of what is there, posts alone.
async function remember(path, answer) {
  if ([403, 404, 410].includes(answer.status)) await (await caches.open(POSTS)).delete(path);
  else if ((await answer.clone().text()).includes(`<article class="article`)) await keep(POSTS, path, answer);
}

async function file(event, path) {
  const { url, referrer } = event.request;
  const name = path.startsWith("/static/") ? SITE : PICTURES;
  try {
    const answer = await fetch(event.request);
    const isWanted = name === SITE || POST.test(referrer && new URL(referrer).pathname);
    if (isWanted && !seen.has(url)) event.waitUntil(keep(name, keyOf(path), answer.clone()));
    seen.add(url);
    return answer;
  } catch {
    return (await found(name, keyOf(path))) ?? Response.error();
  }
}

// A page that was kept under an older version of the site gets the files of now.
function keyOf(path) {
  return path.replace(/^\/static\/[0-9a-f]{12}\//, "/static/");
}

async function found(name, key) {
  return (await caches.open(name)).match(key, { ignoreVary: true });
}

// Keeps an answer that is nobody's own, and forgets the oldest when there are many.
async function keep(name, key, answer) {
  const control = answer.headers.get("Cache-Control") ?? "private";
  if (answer.status !== 200 || answer.redirected || /private|no-store/.test(control)) return false;
  const cache = await caches.open(name);
  await cache.delete(key, { ignoreVary: true });
  await cache.put(key, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, -MOST[name]).map((old) => cache.delete(old, { ignoreVary: true })));
  return true;
}
