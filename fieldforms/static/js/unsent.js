/* Answers, ink and photos the server has not confirmed yet. Text and ink in sessionStorage (this tab, until it closes); what
   outlives the tab, drafts and photos, is phone.js's, which comes only where there may be something. Private windows may
   refuse either: then there is nothing to come back to, and no error. */

import { report } from "./behave.js";

const kept = (act) => {
  try {
    return act();
  } catch { /* full or forbidden */ }
};

export function remember(key, value) {
  kept(() => (value === null ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, JSON.stringify(value))));
  document.dispatchEvent(new CustomEvent("remember", { detail: { key, value } }));
}

export const recall = (key) => kept(() => JSON.parse(sessionStorage.getItem(key))) ?? null;

/** May something wait on this phone? Where a worker is (root/sw.js), looking costs nothing. */
export const mayWait = () => !!navigator.serviceWorker?.controller || !!kept(() => localStorage.waits);

export const noteWaiting = (yes) => kept(() => (yes ? localStorage.setItem("waits", 1) : localStorage.removeItem("waits")));

/** phone.js comes when somebody begins to fill; what is remembered until then it finds in this tab. */
export const keepOnPhone = () => globalThis.isSecureContext && import("./phone.js").catch(() => {});

/** Everything of one draft, or of all of this tab and of whoever is signed in. */
export function forget(draft) {
  const ours = (key) => (draft ? ["draft:", "ink:"].some((kind) => key === kind + draft) : /^(draft|ink):/.test(key));
  kept(() => Object.keys(sessionStorage).filter(ours).forEach((key) => sessionStorage.removeItem(key)));
  return mayWait() ? import("./phone.js").then((phone) => phone.forget(draft)) : Promise.resolve();
}

const LONGEST = 3_000; // that a page waits to be left

/** As far as a slow phone gets to it before the page is left: the next one could not. */
export const forgetInTime = (draft) => Promise.race([forget(draft), new Promise((resolve) => { setTimeout(resolve, LONGEST); })]).catch(report);
