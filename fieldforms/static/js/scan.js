/* scan(place): the text of the first QR code the camera sees, null when the dialog is closed. Throws without a camera. */

import { closeModal, isOpen, openModal } from "./modal.js";

const EVERY = 150;

let scanning = false;

export async function scan(place) {
  if (scanning) return null; // tapped again while the camera came
  scanning = true;
  try {
    return await read(place);
  } finally {
    scanning = false;
  }
}

async function read(place) {
  const dialog = place.querySelector("[data-scanner]");
  const video = dialog.querySelector("video");
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const close = () => closeModal(dialog);
  dialog.querySelector("[data-close]").addEventListener("click", close, { once: true });
  try {
    video.srcObject = stream;
    openModal(dialog);
    await video.play();
    const text = await look(new BarcodeDetector({ formats: ["qr_code"] }), video, dialog);
    if (text) navigator.vibrate?.(40);
    return text;
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    closeModal(dialog);
  }
}

async function look(detector, video, dialog) {
  while (isOpen(dialog)) {
    const [found] = await detector.detect(video).catch(() => []);
    if (found) return found.rawValue;
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  return null;
}
