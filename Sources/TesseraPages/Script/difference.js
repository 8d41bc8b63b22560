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

const measure = keepClearOf(form);

// What is scrolled to: the heading of the row with the change, where both fit; else that of the column.
const headOf = line => {
  const bottom = line.getBoundingClientRect().bottom, room = (innerHeight - measure()) / 2;
  const heads = [line.closest(".pair"), line.closest(".compared")];
  return heads.find(head => head && bottom - head.getBoundingClientRect().top < room) ?? line;
};

const tell = () => {
  const place = shown.indexOf(now), count = shown.length;
  const all = count === 1 ? "1 change" : `${count} changes`;
  where.textContent = place < 0 ? all : `${now.line.getAttribute("aria-label")} (${place + 1} of ${count})`;
};

const goTo = change => {
  if (!shown.includes(change)) { form.elements.kind.value = ""; filter(); }
  if (now) mark(now, false);
  now = change;
  mark(now, true);
  // Said first, for long words make the bar higher.
  tell();
  now.line.focus({ preventScroll: true });
  headOf(now.line).scrollIntoView({ block: "start" });
  // The address leads to the change, and the way back stays as short as it was. Browsers refuse too many of these.
  try { history.replaceState(null, "", `#${now.line.id}`); } catch { /* The page does without. */ }
  // The list scrolls by itself, and the page stays.
  const list = document.getElementById("list"), item = now.item;
  if (list.scrollHeight > list.clientHeight) {
    list.scrollTop = item.offsetTop - list.offsetTop - list.clientHeight / 2;
  }
};

const step = by => {
  if (!shown.length) return;
  const place = shown.indexOf(now), last = shown.length - 1;
  if (place >= 0) return goTo(shown[(place + by + shown.length) % shown.length]);
  // From where the reader is, even if that is hidden now.
  const at = changes.indexOf(now);
  const isAhead = change => by > 0 ? changes.indexOf(change) > at : changes.indexOf(change) < at;
  const ahead = shown.filter(isAhead);
  goTo((by > 0 ? ahead[0] : ahead[ahead.length - 1]) ?? shown[by > 0 ? 0 : last]);
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
  tell();
};

document.getElementById("next").addEventListener("click", () => step(1));
document.getElementById("previous").addEventListener("click", () => step(-1));
form.addEventListener("submit", event => event.preventDefault());
form.elements.kind.addEventListener("change", filter);
const changeAt = address => changes.find(change => `#${change.line.id}` === address);
document.addEventListener("click", event => {
  const link = event.target.closest("a[href^='#']"), change = link && changeAt(link.hash);
  // Whoever wants it in another window gets it there.
  if (!change || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  goTo(change);
});
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "n") step(1);
  if (event.key === "p") step(-1);
});
form.hidden = false;
filter();

// A link to a change leads to it, and steps go on from there.
const goToAddress = () => {
  const change = changeAt(location.hash);
  if (change) goTo(change);
};
window.addEventListener("hashchange", goToAddress);
goToAddress();
// While a page loads browsers scroll to the address themselves, and what is told comes last.
if (document.readyState !== "complete") window.addEventListener("load", () => requestAnimationFrame(goToAddress));
