"use strict";
document.documentElement.classList.add("has-script");

// From change to change, by buttons, by the keys n and p, and by the list.
const form = document.getElementById("steps");
const where = document.getElementById("where");
const changes = [...document.querySelectorAll("#list ol > li")].map(item => {
  const link = item.querySelector("a"), line = document.getElementById(link.hash.slice(1));
  return { item, link, line, kind: item.dataset.kind, number: line.id.slice(1) };
});
const marks = new Map(changes.map(change => [change.number, []]));
for (const mark of document.querySelectorAll(".change")) {
  for (const number of mark.dataset.changes.split(" ")) marks.get(number)?.push(mark);
}
let shown = changes, now = null;

const mark = (change, isNow) => {
  change.line.classList.toggle("now", isNow);
  for (const mark of marks.get(change.number)) mark.classList.toggle("now", isNow);
  if (isNow) change.link.setAttribute("aria-current", "true");
  else change.link.removeAttribute("aria-current");
};

const goTo = change => {
  if (now) mark(now, false);
  now = change;
  mark(now, true);
  now.line.focus({ preventScroll: true });
  now.line.scrollIntoView({ block: "start" });
  // The list scrolls by itself, and the page stays.
  const list = document.getElementById("list"), item = now.item;
  if (list.scrollHeight > list.clientHeight) {
    list.scrollTop = item.offsetTop - list.offsetTop - list.clientHeight / 2;
  }
  where.textContent = `${now.line.getAttribute("aria-label")} (${shown.indexOf(now) + 1} of ${shown.length})`;
};

const step = by => {
  if (!shown.length) return;
  const place = shown.indexOf(now);
  goTo(shown[place < 0 ? (by > 0 ? 0 : shown.length - 1) : (place + by + shown.length) % shown.length]);
};

const filter = () => {
  const kind = form.elements.kind.value;
  shown = changes.filter(change => !kind || change.kind === kind);
  for (const change of changes) {
    const isShown = !kind || change.kind === kind;
    change.item.hidden = !isShown;
    change.line.hidden = !isShown;
  }
  for (const pair of document.querySelectorAll(".pair, .compared")) {
    pair.hidden = kind !== "" && !pair.querySelector(".told:not([hidden])");
  }
  for (const same of document.querySelectorAll(".same")) same.hidden = kind !== "";
  where.textContent = shown.length === 1 ? "1 change" : `${shown.length} changes`;
};

document.getElementById("next").addEventListener("click", () => step(1));
document.getElementById("previous").addEventListener("click", () => step(-1));
form.addEventListener("submit", event => event.preventDefault());
form.elements.kind.addEventListener("change", filter);
document.getElementById("list").addEventListener("click", event => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  goTo(changes.find(change => change.link === link));
});
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "n") step(1);
  if (event.key === "p") step(-1);
});
form.hidden = false;
filter();
