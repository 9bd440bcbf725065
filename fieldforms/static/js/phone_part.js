/* What a client signed without a network, hidden on the phone for the server alone: compact JWE (RFC 7516, ECDH-ES on P-256,
   A256GCM), as flow/seals/jwe.py reads it. Whoever holds the phone can't: its own key is thrown away with this page. */

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const bytes = (text) => new TextEncoder().encode(text);
const base64url = (raw) => btoa(String.fromCharCode(...new Uint8Array(raw))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

/** `key`: {kid, x, y}, the server's; `about`: what alone it may be opened as. */
export async function hide(text, { kid, x, y }, about) {
  const theirs = await crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", x, y }, CURVE, false, []);
  const own = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const shown = await crypto.subtle.exportKey("jwk", own.publicKey);
  const epk = { kty: "EC", crv: "P-256", x: shown.x, y: shown.y };
  const header = base64url(bytes(JSON.stringify({ alg: "ECDH-ES", enc: "A256GCM", kid, epk, about })));
  const key = await derived(await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, own.privateKey, 256));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const made = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytes(header) }, key, bytes(text)));
  return [header, "", base64url(iv), pieces(made.slice(0, -16)), base64url(made.slice(-16))].join(".");
}

/** RFC 7518 §4.6.2: one round, neither party named. */
async function derived(secret) {
  const named = bytes("A256GCM");
  const all = new Uint8Array([0, 0, 0, 1, ...new Uint8Array(secret), 0, 0, 0, named.length, ...named, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
  return await crypto.subtle.importKey("raw", await crypto.subtle.digest("SHA-256", all), "AES-GCM", false, ["encrypt"]);
}

/** Strokes are long, and a call takes so many arguments only. A multiple of three ends no group. */
function pieces(raw) {
  const found = [];
  for (let at = 0; at < raw.length; at += 3_000) found.push(base64url(raw.slice(at, at + 3_000)));
  return found.join("");
}

/** SHA-256 of a body in whatever order it is sent: flow/completing/phone_signatures.py. */
export async function digestOfBody(body) {
  const lines = [...new URLSearchParams(body)].map((pair) => pair.map(encodeURIComponent).join("=")).sort();
  const raw = await crypto.subtle.digest("SHA-256", bytes(lines.join("&")));
  return [...new Uint8Array(raw)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
