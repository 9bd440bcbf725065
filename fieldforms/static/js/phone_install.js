/* [data-install] offers to put this on the home screen, where the browser can by a tap ([data-install-now]) or by hand
   ([data-install-apple]); nothing where it is there already. */

const place = document.querySelector("[data-install]");
const isThere = navigator.standalone || matchMedia("(display-mode: standalone)").matches;

function show(name) {
  place.hidden = false;
  const part = place.querySelector(name);
  part.hidden = false;
  return part;
}

if (!isThere && navigator.standalone === false) show("[data-install-apple]");
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault(); // offered where one looks for it, not over the work
  show("[data-install-now]").onclick = () => event.prompt();
});
addEventListener("appinstalled", () => { place.hidden = true; });
