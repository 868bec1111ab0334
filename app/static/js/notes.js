// What one page of a tab has to tell the next one.

const of = (name) => `inklings:${name}`;

export function leave(name, note) {
  try {
    sessionStorage.setItem(of(name), JSON.stringify(note));
  } catch {
    // Then the next page asks instead of knowing.
  }
}

// The note, which is read once.
export function take(name) {
  try {
    const note = JSON.parse(sessionStorage.getItem(of(name)));
    sessionStorage.removeItem(of(name));
    return note;
  } catch {
    return null;
  }
}
