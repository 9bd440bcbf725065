/* Whose words this tab remembers (unsent.js: draft:…, ink:…): nobody else finds them there, nor whoever found a lost phone. */

import "./phone_store.js";

const WHOSE = "whose"; // beside them, in sessionStorage
const { owner } = document.body.dataset;

const kept = (act) => {
  try {
    return act();
  } catch { /* forbidden: nothing is remembered */ }
};
const whose = () => kept(() => sessionStorage.getItem(WHOSE));

function forgetTab() {
  kept(() => Object.keys(sessionStorage).filter((key) => /^(draft|ink):/.test(key)).forEach((key) => sessionStorage.removeItem(key)));
}

/** Their session was ended by somebody: nothing of theirs stays, nor what the page shows. */
export function leaveTab(gone) {
  if (whose() !== gone) return;
  forgetTab();
  if (owner === gone) location.reload();
}

if (owner) {
  if (whose() && whose() !== owner) forgetTab();
  kept(() => sessionStorage.setItem(WHOSE, owner));
}

const { serviceWorker } = navigator;
if (serviceWorker) serviceWorker.addEventListener("message", ({ data }) => data.gone && leaveTab(data.gone));
// Listening by now: what was said before is written down.
if (!owner) globalThis.phoneStore.get("facts", "person").then((person) => person && person.owner === "gone" && leaveTab(person.last)).catch(() => {});
