/* A photo before it is sent: made smaller (≤ 1600 px, JPEG, no EXIF), and named by the SHA-256 of its bytes. */

const LONGEST = 1600;
const QUALITY = 0.82;

/** What the browser cannot read (HEIC in some) goes as it is: the server decides. */
export async function smaller(file) {
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
export async function digest(blob) {
  if (!globalThis.crypto?.subtle) return "";
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
