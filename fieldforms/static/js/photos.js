/* Photos: made smaller here (≤ 1600 px, JPEG, no EXIF), named by the SHA-256 of the bytes sent, so that sending them
   twice is harmless; kept in unsent.js until the server has answered {"digest": …} of what it keeps. */

import { behave, changed, headers } from "./behave.js";
import { dropPhoto, keepPhoto, photos } from "./unsent.js";

const LONGEST = 1600;
const QUALITY = 0.82;
const AGAIN = 20_000;
const REFUSALS = new Set([400, 404, 413, 415, 422]);

behave("[data-photos]", (place) => {
  const { photos: name, uploadUrl: url, photoUrl } = place.dataset;
  const form = place.closest("form");
  if (!url || !form) return; // without an address the files go with the form
  const draft = form.dataset.draft;
  const list = place.querySelector("[data-thumbs]");
  const status = place.querySelector("[data-photo-status]");
  const waiting = new Map(); // photo → its li

  for (const input of place.querySelectorAll("[data-files]")) {
    input.removeAttribute("name");
    input.addEventListener("change", async (event) => {
      event.stopPropagation();
      const files = [...input.files];
      input.value = "";
      for (const file of files) await add(file);
    });
  }
  form.addEventListener("restore", ({ detail }) => detail.getAll(name).filter((digest) => !has(digest)).forEach(putBack));
  addEventListener("online", sendAll);
  resume();

  async function add(file) {
    const blob = await smaller(file);
    const sha = await digest(blob);
    const photo = { id: `${draft}/${name}/${sha || crypto.getRandomValues(new Uint32Array(2)).join("")}`, draft, name, sha, blob };
    if (waiting.has(photo.id)) return;
    await keepPhoto(photo);
    wait(photo);
    await send(photo);
  }

  async function resume() {
    for (const photo of await photos(draft)) if (photo.name === name) wait(photo);
    sendAll();
  }

  function wait(photo) {
    waiting.set(photo.id, { photo, li: thumb(URL.createObjectURL(photo.blob)) });
  }

  function sendAll() {
    for (const { photo } of waiting.values()) send(photo);
  }

  async function send(photo) {
    const held = waiting.get(photo.id);
    if (!held || held.sending) return;
    held.sending = true;
    say("sending");
    try {
      const response = await fetch(`${url}/${photo.sha || "_"}`, {
        method: "POST",
        body: photo.blob,
        headers: headers({ "Content-Type": photo.blob.type || "application/octet-stream" }),
      });
      if (response.ok) return done(photo, (await response.json()).digest);
      if (REFUSALS.has(response.status)) return refuse(photo);
    } catch { /* no network: below */ }
    held.sending = false;
    say("failed");
    setTimeout(() => send(photo), AGAIN);
  }

  function done(photo, kept) {
    const { li } = waiting.get(photo.id);
    waiting.delete(photo.id);
    dropPhoto(photo.id);
    if (has(kept)) li.remove();
    else settle(li, kept).dataset.arrived = ""; // later than any kept body, which must not untick it (body.js)
    say(waiting.size ? "sending" : "");
    changed(form);
  }

  function refuse(photo) {
    waiting.get(photo.id).li.remove();
    waiting.delete(photo.id);
    dropPhoto(photo.id);
    say("refused");
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

  function has(digest) {
    return [...list.querySelectorAll("input")].some((box) => box.value === digest);
  }

  function say(state) {
    status.textContent = (state && status.getAttribute(`data-${state}`)) || "";
  }
});

/** What the browser cannot read (HEIC in some) goes as it is: the server decides. */
async function smaller(file) {
  try {
    const image = await upright(file);
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return (await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY))) ?? file;
  } catch {
    return file;
  }
}

/** Chromium 88 to 103 knows the way up, but not the word for it; before 81 it does not know, and the photo goes whole. */
async function upright(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (error) {
    if (CSS.supports("image-orientation", "from-image")) return createImageBitmap(file);
    throw error;
  }
}

/** Hex, or "" on plain http, where browsers have no crypto.subtle: then it is sent as "_" and the server names it. */
async function digest(blob) {
  if (!globalThis.crypto?.subtle) return "";
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
