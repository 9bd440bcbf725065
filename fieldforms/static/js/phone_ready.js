/* [data-phone-ready] on the first page: brings the phone's worker (root/sw.js) where the browser has one. */

export function begin(_place) {
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {}); // private windows
}
