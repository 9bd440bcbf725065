/* − and + beside a number; never below 0. The field stays a plain one with a numeric keypad. */

export function begin(button) {
  const input = button.closest("[data-stepper]").querySelector("input");
  button.addEventListener("click", () => {
    if (input.readOnly) return;
    const now = Number.parseInt(input.value, 10) || 0;
    input.value = Math.max(0, now + Number(button.dataset.step));
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}
