// Sends one picture and tells how far it is; what went wrong comes back as words.
export function upload(place, file, { signal, onProgress }) {
  const { words, token } = place;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.set("csrf_token", token());
    body.set("picture", file);
    request.open("POST", place.address);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status < 300 && answer?.markdown) resolve(answer);
      else reject(new Error(answer?.error ?? wordsFor(request.status, words)));
    };
    request.onerror = () => reject(new Error(words.offline));
    request.onabort = () => reject(signal.reason ?? new Error(words.offline));
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

// The words for a picture that is there already.
export function describe(place, name, alt) {
  const body = new URLSearchParams({ csrf_token: place.token(), alt });
  // The text has them in any case: nothing is lost where this fails.
  return fetch(`${place.address}${name}`, { method: "POST", body }).catch(() => null);
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function wordsFor(status, words) {
  const known = { 401: words.signedOut, 413: words.tooBig, 429: words.tooMany };
  return known[status] ?? words.failed;
}
