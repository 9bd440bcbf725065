/* Asking this phone's worker (root/sw.js) for something and hearing what came of it. */

export async function tellWorker(message) {
  const { port1, port2 } = new MessageChannel();
  const heard = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
  (await navigator.serviceWorker.ready).active.postMessage(message, [port2]);
  return heard;
}
