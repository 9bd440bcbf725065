/* scan(dialog): the text of the first QR code the camera sees, null when the dialog is closed. Throws without a camera. */

const EVERY = 150;

export async function scan(dialog) {
  const video = dialog.querySelector("video");
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const close = () => dialog.close();
  dialog.querySelector("[data-close]").addEventListener("click", close, { once: true });
  try {
    video.srcObject = stream;
    dialog.showModal();
    await video.play();
    const text = await look(new BarcodeDetector({ formats: ["qr_code"] }), video, dialog);
    if (text) navigator.vibrate?.(40);
    return text;
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    dialog.close();
  }
}

async function look(detector, video, dialog) {
  while (dialog.open) {
    const [found] = await detector.detect(video).catch(() => []);
    if (found) return found.rawValue;
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  return null;
}
