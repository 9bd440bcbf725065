/* A photo before it is sent: made smaller (JPEG, no EXIF; as large as flow/files/photos.py keeps it), and named by the SHA-256 of its bytes. */

const LONGEST = 1600;
const READABLE = 720; // of what is far longer than wide
const MOST = 8e6;
const QUALITY = 0.82;

/** What the browser cannot read (HEIC in some) goes as it is: the server decides. */
export async function smaller(file) {
  try {
    const image = await upright(file);
    const { width, height } = image;
    const wanted = Math.max(LONGEST / Math.max(width, height), READABLE / Math.min(width, height));
    const scale = Math.min(1, wanted, Math.sqrt(MOST / (width * height)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff"; // a JPEG would show what is transparent black
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
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
export async function digest(blob) {
  if (!globalThis.crypto?.subtle) return "";
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
