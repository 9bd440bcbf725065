/* A button that reads a code with the camera into the input it names; in a form whose next button adds, it is pressed. */

export function begin(button) {
  if (!navigator.mediaDevices?.getUserMedia) return;
  const input = document.getElementById(button.dataset.scanInto);
  const place = button.closest(".with-button");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const { scan } = await import("./scan.js");
    const read = await scan(place).catch(() => null);
    if (!read) return input.focus();
    input.value = read;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    const add = place.querySelector("button[type=submit]");
    if (add) add.click();
  });
  if (location.hash === "#scan") button.click(); // from the home screen (web/people/phones.py)
}
