/* Answers, ink and photos the server has not confirmed yet. Text and ink in sessionStorage (this tab, until it closes),
   photos in IndexedDB. Private windows may refuse either: then there is nothing to come back to, and no error. */

export function remember(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch { /* full or forbidden */ }
}

export function recall(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

/** Everything of one draft, or of all; of photos only those of whoever is signed in. */
export async function forget(draft) {
  const ours = (key) => (draft ? ["draft:", "ink:"].some((kind) => key === kind + draft) : /^(draft|ink):/.test(key));
  try {
    Object.keys(sessionStorage).filter(ours).forEach((key) => sessionStorage.removeItem(key));
  } catch { /* forbidden */ }
  const mine = ({ owner }) => draft || (owner ?? document.body.dataset.owner) === document.body.dataset.owner;
  for (const photo of (await photos(draft)).filter(mine)) await dropPhoto(photo.id);
}

/** photo: see waiting.js */
export const keepPhoto = (photo) => request("readwrite", (store) => store.put(photo));
export const dropPhoto = (id) => request("readwrite", (store) => store.delete(id));

export async function photos(draft) {
  const all = (await request("readonly", (store) => store.getAll())) ?? [];
  return all.filter((photo) => !draft || photo.draft === draft);
}

async function request(mode, run) {
  try {
    const transaction = (await opened()).transaction("photos", mode);
    return await settled(transaction, run(transaction.objectStore("photos")));
  } catch {
    return undefined;
  }
}

const PATIENCE = 5_000; // some Safaris never answer: then it is as if they refused
let database;

function opened() {
  database = database || new Promise((resolve, reject) => {
    const opening = indexedDB.open("unsent", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("photos", { keyPath: "id" });
    opening.onsuccess = () => {
      opening.result.onclose = () => { database = null; }; // by the browser, while the page slept
      resolve(opening.result);
    };
    opening.onerror = () => reject(opening.error);
    setTimeout(reject, PATIENCE);
  });
  return database;
}

/** When it is on the disk, not when it is asked for: the page may be left right after. */
function settled(transaction, asked) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}
