// The one place where words become a page and an address a worker. Browsers that know
// Trusted Types let no other script do either: the policy is in app/web/policies.py.
const policy = globalThis.trustedTypes?.createPolicy("inklings", {
  createHTML: (html) => html,
  createScriptURL: (address) => {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin) throw new TypeError(`${url} is not ours`);
    return url.href;
  },
});

// A page of our own server, which scripts take parts from. Nothing in it runs.
export function pageFrom(html) {
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
}

export function workerAt(address) {
  return policy?.createScriptURL(address) ?? address;
}
