/* scan(place): the text of the first QR code the camera sees, null when the dialog is closed. Throws without a camera. */

import { closeModal, isOpen, openModal } from "./modal.js";

const EVERY = 150;
const LONGEST = 1024; // a code that fills a tenth of it still has three points a module

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
  const closed = new Promise((resolve) => {
    const close = () => {
      closeModal(dialog);
      resolve(null); // at once: the dialog tells of its end a moment later, and the button may have been pressed again by then
    };
    dialog.querySelector("[data-close]").addEventListener("click", close, { once: true });
    dialog.addEventListener("close", () => resolve(null), { once: true });
  });
  let reader;
  try {
    reader = await codeReader();
    video.srcObject = stream;
    openModal(dialog);
    const seen = video.play().then(() => look(reader, video, dialog));
    const text = await Promise.race([seen, closed]); // a camera or a reader on a slow road keeps nobody
    if (text) navigator.vibrate?.(40);
    return text;
  } finally {
    if (reader) reader.close();
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    closeModal(dialog);
  }
}

async function look(reader, video, dialog) {
  while (isOpen(dialog)) {
    const text = await reader.read(video);
    if (text) return text;
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  return null;
}

/** What reads codes here: the browser itself, else a worker with a decoder of 0.4 MB, fetched now and kept for a year. */
async function codeReader() {
  const known = "BarcodeDetector" in window ? await BarcodeDetector.getSupportedFormats() : [];
  if (!known.includes("qr_code")) return workingReader();
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const read = (video) => detector.detect(video).then(([found]) => found && found.rawValue, () => null);
  return { read, close() {} };
}

function workingReader() {
  const worker = new Worker(new URL("code_reader.js", import.meta.url));
  const canvas = document.createElement("canvas");
  const read = (video) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.failed ? reject(new Error("no decoder")) : resolve(data.text));
    worker.onerror = reject;
    const image = picture(video, canvas);
    worker.postMessage({ image }, [image.data.buffer]);
  });
  return { read, close: () => worker.terminate() };
}

function picture(video, canvas) {
  const scale = Math.min(1, LONGEST / Math.max(video.videoWidth, video.videoHeight));
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(video, 0, 0, canvas.width, canvas.height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
