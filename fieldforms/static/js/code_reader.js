/* A worker that reads QR codes where the browser itself does not (iPhones, Firefox, computers): {image: ImageData} in,
   {text} out, null where there is none, or {failed}. It has a policy of its own (web/static.py), so that no page needs one
   that lets WebAssembly run. */

importScripts("../vendor/zxing-wasm@3.1.6/iife/reader/index.js");

ZXingWASM.prepareZXingModule({ overrides: { locateFile: (name) => new URL(`../vendor/zxing-wasm@3.1.6/reader/${name}`, location.href).href } });

addEventListener("message", async ({ data: { image } }) => {
  try {
    const [found] = await ZXingWASM.readBarcodes(image, { formats: ["QRCode"], maxNumberOfSymbols: 1, tryDownscale: true });
    postMessage({ text: found ? found.text : null });
  } catch {
    postMessage({ failed: true }); // the decoder did not come: what rejects here would reach nobody
  }
});
