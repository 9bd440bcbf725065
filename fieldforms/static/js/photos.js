/* A question's photos on its form: thumbs that say how each stands. Making them smaller and sending them is waiting.js's,
   which comes when somebody begins to fill; until it is there the files go with the form, as without scripts. */

import { changed } from "./behave.js";
import { mayWait } from "./unsent.js";

const bring = () => import("./hold.js");
const early = () => navigator.onLine && bring().catch(() => {}); // before the first photo, where there is a network
const { owner } = document.body.dataset;

const WORDS = { sending: "data-sending", failed: "data-failed", refused: "data-refused" };

export function begin(place) {
  const { photos: name, uploadUrl: url, photoUrl } = place.dataset;
  const form = place.closest("form");
  if (!url || !form) return; // without an address the files go with the form
  const about = { draft: form.dataset.draft, name, url, page: new URL(form.action).pathname };
  const list = place.querySelector("[data-thumbs]");
  const status = place.querySelector("[data-photo-status]");
  const shown = new Map(); // a photo's id → its li

  for (const input of place.querySelectorAll("[data-files]")) {
    const named = input.name;
    input.removeAttribute("name");
    const take = (event) => {
      event?.stopPropagation();
      form.dataset.holds = about.draft; // before anything is awaited: from now on the form waits (leaving.js, hold.js)
      delete form.dataset.ready;
      const files = [...input.files]; // until it comes, others may be chosen in their place
      bring().then((waiting) => {
        input.value = "";
        return waiting.add(files, about);
      }, () => { input.name = named; });
    };
    input.addEventListener("change", take);
    if (input.files.length) take(); // chosen before this script came
  }
  form.addEventListener("restore", ({ detail }) => detail.getAll(name).filter((digest) => !boxOf(digest)).forEach(putBack));
  for (const kind of ["pointerdown", "focusin"]) form.addEventListener(kind, early, { once: true });
  document.addEventListener("photo", ({ detail: { photo, state, digest } }) => {
    if (photo.draft !== about.draft || photo.name !== name || !place.isConnected) return;
    if (!shown.has(photo.id)) shown.set(photo.id, thumb(URL.createObjectURL(photo.blob)));
    if (state === "done") settled(photo, digest);
    else if (photo.state) remove(photo);
    say(state);
  });
  resume();

  async function resume() {
    if (!mayWait()) return;
    const { photos } = await import("./photo_store.js");
    const kept = (await photos(about.draft)).filter((photo) => photo.name === name && (photo.owner ?? owner) === owner);
    if (kept.length) bring().then((waiting) => kept.forEach((photo) => waiting.keep({ ...photo, ...about })));
  }

  function settled(photo, digest) {
    const li = shown.get(photo.id);
    const known = boxOf(digest);
    if (known) { // taken off before, and picked again: it is wanted
      li.remove();
      known.checked = true;
      known.dataset.arrived = "";
    } else settle(li, digest).dataset.arrived = ""; // later than any kept body, which must not untick it (body.js)
    shown.delete(photo.id);
    changed(form);
  }

  function remove(photo) {
    shown.get(photo.id).remove();
    shown.delete(photo.id);
  }

  function putBack(digest) {
    settle(thumb(photoUrl.replace(/0{64}/, digest)), digest);
  }

  function thumb(address) {
    const li = place.querySelector("template").content.firstElementChild.cloneNode(true);
    const image = li.querySelector("img");
    image.src = address;
    image.alt += list.children.length + 1;
    li.querySelector("input").disabled = true;
    li.setAttribute("aria-busy", "true");
    list.append(li);
    return li;
  }

  function settle(li, digest) {
    const box = li.querySelector("input");
    box.value = digest;
    box.disabled = false;
    box.checked = true;
    li.removeAttribute("aria-busy");
    return box;
  }

  function boxOf(digest) {
    return [...list.querySelectorAll("input")].find((box) => box.value === digest);
  }

  function say(state) {
    status.textContent = status.getAttribute(WORDS[state === "done" && shown.size ? "sending" : state]) ?? "";
  }
}
