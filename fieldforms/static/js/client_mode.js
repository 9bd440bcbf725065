/* A page the browser brings back from memory may belong to somebody who no longer holds the phone (client mode, signed
   out) or show what has changed: ask the server again. */

addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
