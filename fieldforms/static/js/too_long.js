/* Nothing pasted is cut: [data-longest=characters] says what is too long, in the words of body[data-too-long], and the server
   refuses it. */

export function begin(input) {
  const note = document.createElement("p");
  note.className = "error";
  note.setAttribute("role", "alert");
  input.addEventListener("input", () => look(input, note));
  look(input, note);
}

function look(input, note) {
  const { length } = [...input.value.trim()]; // as the server counts: an emoji is one
  const longest = Number(input.dataset.longest);
  if (length <= longest) return note.remove();
  note.textContent = document.body.dataset.tooLong.replace("{n}", length).replace("{most}", longest);
  if (!note.isConnected) input.after(note);
}
