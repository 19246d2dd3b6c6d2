// Keys: a control names its own in data-key; "?" lays each over the control it drives.
const off = document.documentElement.dataset.keys === "off";
let last = "", lastAt = 0;

/** Open a popover that a link leads to when there is no script. */
export function open(name) {
  const pop = document.getElementById(name);
  if (!pop.matches(":popover-open")) pop.showPopover();
}

for (const link of document.querySelectorAll("[data-opens]")) {
  link.role = "button"; // with a script it is one, so Space presses it as Enter does
  link.addEventListener("click", e => { e.preventDefault(); open(link.dataset.opens); });
  link.addEventListener("keydown", e => { if (e.key === " ") { e.preventDefault(); link.click(); } });
}

const typing = e => e.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select");

addEventListener("keydown", e => {
  if (e.key.toLowerCase() === "k" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); open("palette"); return; }
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
    const form = e.target.closest("form") ?? document.querySelector("body:not(:has(:popover-open)) form[data-save]");
    if (form) { e.preventDefault(); form.requestSubmit(form.querySelector("[data-save]") ?? undefined); }
    return;
  }
  if (e.key === "Escape") { document.documentElement.classList.remove("show-keys"); return; }
  if (off || typing(e) || e.ctrlKey || e.metaKey || e.altKey || document.querySelector(":popover-open")) return;
  const pair = e.timeStamp - lastAt < 1500 ? `${last} ${e.key}` : "";
  [last, lastAt] = [e.key, e.timeStamp];
  if (e.key === "?") { e.preventDefault(); document.documentElement.classList.toggle("show-keys"); return; }
  if (e.key === "j" || e.key === "k") { step(e.key === "j" ? 1 : -1); return; }
  const at = key => key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const control = at(pair) || at(e.key);
  if (control) { e.preventDefault(); control.matches("input, textarea, select") ? control.focus() : control.click(); }
});

/** The next or previous note, row or task gets the focus. */
function step(by) {
  const rows = [...document.querySelectorAll("[data-row], .note .ref")].filter(row => row.checkVisibility());
  const here = rows.indexOf(document.activeElement);
  rows[here < 0 ? (by > 0 ? 0 : rows.length - 1) : (here + by + rows.length) % rows.length]?.focus();
}
