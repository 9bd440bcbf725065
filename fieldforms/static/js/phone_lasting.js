/* What this browser promises of what it keeps: sentencesNow() names those of [data-phone-lasting] (/phone) that hold here, and
   askToStay() asks once that nothing is thrown away. */

const LEAST_FREE = 200_000_000; // bytes; root/sw.js stops before
const ASKED = "asked-to-stay";
const { serviceWorker, storage } = navigator;

/** What is missing for working without a network: "http", "wechat", "unable"; "" nothing. */
export function whatIsMissing() {
  if (serviceWorker) return "";
  if (!globalThis.isSecureContext) return "http";
  return /MicroMessenger/.test(navigator.userAgent) ? "wechat" : "unable";
}

export async function sentencesNow() {
  const missing = whatIsMissing();
  if (missing) return [missing];
  const isKept = storage?.persisted ? await storage.persisted() : false;
  const { quota, usage } = storage?.estimate ? await storage.estimate() : {};
  const isNearlyFull = quota && quota - usage < LEAST_FREE;
  return [isNearlyFull && "nearly", isKept ? "promised" : "open", "standalone" in navigator && "safari"].filter(Boolean);
}

/** Where it was refused, or not answered, one is not asked on each page. */
export async function askToStay() {
  if (!storage?.persist || localStorage.getItem(ASKED) || (await storage.persisted())) return;
  localStorage.setItem(ASKED, 1);
  await storage.persist();
}
