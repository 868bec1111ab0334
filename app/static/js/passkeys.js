// Between the JSON that the server speaks and the bytes that authenticators want.
// (PublicKeyCredential.parseRequestOptionsFromJSON is too young to rely upon.)

function toBytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function toText(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const withBytes = (key) => ({ ...key, id: toBytes(key.id) });

// What navigator.credentials.create() or .get() is called with.
export function optionsFrom(json) {
  const publicKey = { ...json, challenge: toBytes(json.challenge) };
  if (json.user) publicKey.user = withBytes(json.user);
  for (const list of ["excludeCredentials", "allowCredentials"])
    if (json[list]) publicKey[list] = json[list].map(withBytes);
  return { publicKey };
}

// What the server verifies.
export function answerOf(credential) {
  const { response } = credential;
  const answer = { transports: response.getTransports?.() ?? [] };
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature"])
    if (response[part]) answer[part] = toText(response[part]);
  if (response.userHandle) answer.userHandle = toText(response.userHandle);
  const { id, rawId, type } = credential;
  return JSON.stringify({ id, rawId: toText(rawId), type, response: answer });
}

// Which words say what went wrong: the reader said no, the device is known, or else.
export function wordsFor(error, status) {
  const names = { NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "known" };
  return status.dataset[names[error.name]] ?? status.dataset.failed;
}
