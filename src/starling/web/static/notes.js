// Margin notes stand level with the words they are about, and each lights the other.
const wide = matchMedia("(width >= 66rem)");

function align() {
  for (const passage of document.querySelectorAll(".passage")) {
    const notes = passage.querySelector(".notes");
    if (!notes) continue;
    const top = notes.getBoundingClientRect().top;
    let floor = 0;
    for (const note of notes.querySelectorAll(".note")) {
      note.style.marginBlockStart = "";
      const mark = document.getElementById("m" + note.id.slice(1));
      if (!wide.matches || !mark) continue;
      const gap = Math.max(0, mark.getBoundingClientRect().top - top - 4 - floor);
      note.style.marginBlockStart = gap + "px";
      floor += gap + note.offsetHeight + 16;
    }
  }
}

if (document.querySelector(".note")) {
  document.fonts.ready.then(align);
  addEventListener("resize", align);
  for (const type of ["pointerover", "focusin"]) document.addEventListener(type, e => {
    const hit = e.target.closest(".mark, .note");
    const id = hit && (hit.hash ? hit.hash.slice(2) : hit.id.slice(1));
    for (const el of document.querySelectorAll(".mark, .note"))
      el.classList.toggle("lit", !!id && (el.hash === "#n" + id || el.id === "n" + id));
  });
}
