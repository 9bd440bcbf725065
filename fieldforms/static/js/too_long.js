/* Nothing pasted is cut: [data-longest=characters] says what is too long, in the words of body[data-too-long], and the server
   refuses it. */

const notes = new WeakMap();

export function act(input) {
  const { length } = [...input.value.trim()]; // as the server counts: an emoji is one
  const longest = Number(input.dataset.longest);
  if (length <= longest) return notes.get(input)?.remove();
  if (!notes.has(input)) notes.set(input, Object.assign(document.createElement("p"), { className: "error", role: "alert" }));
  const note = notes.get(input);
  note.textContent = document.body.dataset.tooLong.replace("{n}", length).replace("{most}", longest);
  if (!note.isConnected) input.after(note);
}
