// The editor: a textarea over a mirror that carries the marks, so that undo, spell-check and every keyboard stay.
const box = document.querySelector(".editor"), field = box.querySelector("textarea");
const mirror = box.querySelector(".mirror").appendChild(new Text());
const live = document.getElementById("live"), said = document.getElementById("live-said");
const token = document.querySelector("meta[name=starling-token]").content;
let marks = [], old = field.defaultValue, timer, saved = false;

function paint() {
  mirror.data = field.value + "\n"; // the extra line keeps the grid as tall as the text
  if (!CSS.highlights) return;
  CSS.highlights.clear();
  for (const mark of marks) {
    const range = new Range();
    range.setStart(mirror, Math.min(mark.first, mirror.length));
    range.setEnd(mirror, Math.min(mark.last, mirror.length));
    const held = CSS.highlights.get(mark.kind) ?? CSS.highlights.set(mark.kind, new Highlight()).get(mark.kind);
    held.add(range);
  }
}

/** Keep marks on their words while the answer is under way. */
function shift() {
  const now = field.value;
  let head = 0, tail = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const end = old.length - tail, by = now.length - old.length;
  marks = marks.filter(m => m.last <= head || m.first >= end)
    .map(m => m.first >= end ? { ...m, first: m.first + by, last: m.last + by } : m);
  old = now;
}

function read() {
  marks = [...live.querySelectorAll("[data-first]")].map(note =>
    ({ kind: note.dataset.kind, first: +note.dataset.first, last: +note.dataset.last }));
  box.dataset.notes = marks.length;
  paint();
}

async function ask() {
  const sent = field.value;
  const body = new URLSearchParams({ text: sent, token });
  const answer = await fetch(box.dataset.live, { method: "POST", body }).catch(() => null);
  if (!answer?.ok || sent !== field.value) return;
  live.innerHTML = await answer.text();
  read();
  said.textContent = marks.length === 1 ? "One note" : `${marks.length} notes`;
}

field.addEventListener("input", () => { shift(); paint(); clearTimeout(timer); timer = setTimeout(ask, 250); });
live.addEventListener("click", e => {
  const note = e.target.closest("[data-first]");
  if (note) { e.preventDefault(); field.focus(); field.setSelectionRange(+note.dataset.first, +note.dataset.last); }
});
field.form.addEventListener("submit", () => { saved = true; });
addEventListener("beforeunload", e => { if (!saved && field.value !== field.defaultValue) e.preventDefault(); });

read();
if (field.value !== old) field.dispatchEvent(new Event("input")); // written before this was loaded
if (box.dataset.first) {
  field.focus();
  field.setSelectionRange(+box.dataset.first, +box.dataset.last);
  const line = field.value.slice(0, +box.dataset.first).split("\n").length;
  scrollTo(0, box.getBoundingClientRect().top + scrollY + field.scrollHeight * line / field.value.split("\n").length - innerHeight / 2);
}
