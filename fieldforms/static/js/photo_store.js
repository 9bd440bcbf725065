/* Photos the server has not confirmed yet, in IndexedDB: see waiting.js. */

import { noteWaiting } from "./unsent.js";

/** photo: see waiting.js */
export function keepPhoto(photo) {
  noteWaiting(true);
  return request("readwrite", (store) => store.put(photo));
}

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
