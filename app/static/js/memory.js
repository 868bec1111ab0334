// What a browser remembers for its reader, in "localStorage" or "sessionStorage". One that
// is told to keep nothing throws at the mere name: it forgets, and all else goes on.
export function recall(storage, name) {
  try {
    return window[storage].getItem(name);
  } catch {
    return null;
  }
}

export function remember(storage, name, value) {
  try {
    window[storage].setItem(name, value);
  } catch {
    // Forgotten with the next page.
  }
}
