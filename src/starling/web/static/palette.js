// The palette: pages, stories, questions and actions, asked for once, found by their letters in order.
const pop = document.getElementById("palette"), field = document.getElementById("palette-q");
const list = document.getElementById("palette-list");
let commands = null, chosen = 0;

/** How well *text* holds the letters of *query* in order; less is better, -1 is not at all. */
export function distance(query, text) {
  let from = 0, far = 0;
  for (const letter of query) {
    const at = text.indexOf(letter, from);
    if (at < 0) return -1;
    far += at - from + (at === 0 || text[at - 1] === " " ? 0 : 1);
    from = at + 1;
  }
  return far;
}

function found() {
  const query = field.value.trim().toLowerCase();
  const scored = commands.map((each, order) => ({ each, order, far: distance(query, each.text.toLowerCase()) }));
  return scored.filter(s => s.far >= 0).sort((a, b) => a.far - b.far || a.order - b.order).slice(0, 9).map(s => s.each);
}

function show() {
  chosen = 0;
  list.replaceChildren(...found().map((each, index) => {
    const item = document.createElement("li"), link = document.createElement("a");
    const name = document.createElement("span"), side = document.createElement(each.keys ? "kbd" : "small");
    Object.assign(item, { id: `palette-${index}`, role: "option" });
    Object.assign(link, { href: each.url, tabIndex: -1 });
    name.textContent = each.text; name.className = each.spoken ? "said" : ""; side.textContent = each.keys || each.kind;
    link.append(name, side); item.append(link); return item;
  }));
  choose(0);
}

function choose(index) {
  const items = [...list.children];
  chosen = items.length ? (index + items.length) % items.length : 0;
  items.forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
  if (items.length) field.setAttribute("aria-activedescendant", items[chosen].id);
  else field.removeAttribute("aria-activedescendant");
  items[chosen]?.scrollIntoView({ block: "nearest" });
}

pop.addEventListener("toggle", async e => {
  if (e.newState !== "open") { field.value = ""; return; }
  commands ??= (await (await fetch("/commands.json")).json()).commands;
  show();
});
field.addEventListener("input", () => commands && show());
field.addEventListener("keydown", e => {
  if (e.key === "ArrowDown" || e.key === "ArrowUp") { e.preventDefault(); choose(chosen + (e.key === "ArrowDown" ? 1 : -1)); }
  if (e.key === "Escape") { e.preventDefault(); pop.hidePopover(); }
  if (e.key === "Enter") { e.preventDefault(); list.children[chosen]?.querySelector("a").click(); }
});
