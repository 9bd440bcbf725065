/* A sheet that was handed in on this phone and waits for a network can be signed on it meanwhile: [data-hand-over] of its line
   asks for a PIN, and the phone locks itself with the client's page (phone_lock.js). */

import "./phone_store.js";
import { digestOfBody } from "./phone_part.js";
import { tellWorker } from "./phone_worker.js";

const { all, keyOf, seal } = globalThis.phoneStore;
const { owner } = document.body.dataset;
const EASY = /^(\d)\1{5}$|^(\d\d)\2\2$|^(\d{3})\3$/;
const RUNS = "01234567890123456789";

/** Whether this row may be offered to its client: "" yes; "page": no page for it lies here; null: not this kind. */
export async function whyNot(row) {
  if (row.state !== "waiting" || !row.signing || !new URLSearchParams(row.body).has("whole")) return null;
  if ((await all("outbox")).some(({ follows }) => follows === row.id)) return null;
  return navigator.serviceWorker.controller && (await pageOf(row)) ? "" : "page";
}

const pageOf = ({ signing }) => caches.match(signing, { cacheName: `rooms-${owner}`, ignoreVary: true });

export const isFitPin = (pin) => /^\d{6}$/.test(pin) && !EASY.test(pin) && !RUNS.includes(pin) && !RUNS.includes([...pin].reverse().join(""));

/** Locks the phone; throws where it can't be written down. */
export async function handOver(row, pin) {
  const kept = await pageOf(row);
  const text = kept.headers.has("X-Packed") ? await new Response(kept.body.pipeThrough(new DecompressionStream("gzip"))).text() : await kept.text();
  const { draft, record, title, since, said, body } = row;
  const shown = { draft, record, title, since, said, body: await digestOfBody(body), known: knownIn(body) };
  const sealed = await seal(await keyOf(owner), shown);
  const headers = { ...Object.fromEntries([...kept.headers].filter(([name]) => name !== "x-packed")), "cache-control": "no-store" };
  const { state } = await tellWorker({ lock: { owner, pin, page: text, headers, ...sealed } });
  if (state !== "locked") throw new Error(state);
  location.replace("/phone/signing");
}

/** The answers that the client's questions may depend on. */
function knownIn(body) {
  const known = {};
  for (const [name, value] of new URLSearchParams(body)) if (value) known[name] = name in known ? [known[name], value].flat() : value;
  return known;
}
