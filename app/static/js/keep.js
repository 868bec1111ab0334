// Sends words to be kept, and says in a word how it went.

const PATIENCE = 20_000;
// Browsers carry no more than 64 kB for a page that is being left.
const LIGHT = 60_000;
const STATES = { 401: "signed-out", 403: "gone", 404: "gone", 409: "conflict", 410: "gone", 413: "invalid", 422: "invalid" };

export async function keep(address, body) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
      keepalive: body.toString().length < LIGHT,
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said = await answer.json().catch(() => ({}));
    if (said.state === "saved" || said.state === "old-form") return said;
    // A page of somebody else's, such as of a hotel that wants a room number first.
    if (answer.ok) return { state: "offline" };
    const wait = Number(answer.headers.get("Retry-After")) * 1000;
    return { ...said, state: STATES[answer.status] ?? "later", wait };
  } catch {
    return { state: "offline" };
  }
}
