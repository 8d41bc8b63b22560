"use strict";
// The map as a grid (ARIA Authoring Practices): one stop for the Tab key, arrow keys inside.
const map = document.querySelector("#map table");
const grid = [...map.tBodies[0].rows].map(row => [...row.querySelectorAll("a")]);
map.setAttribute("role", "grid");
const places = new Map();
grid.forEach((line, y) => line.forEach((link, x) => { link.tabIndex = -1; places.set(link, [y, x]); }));
let stop = grid.length ? grid[0][Math.min(1, grid[0].length - 1)] : null;
if (stop) stop.tabIndex = 0;

const goTo = link => {
  stop.tabIndex = -1;
  stop = link;
  stop.tabIndex = 0;
  stop.focus();
};

const moves = {
  ArrowDown: (y, x) => [y + 1, x], ArrowUp: (y, x) => [y - 1, x],
  PageDown: (y, x) => [y + 10, x], PageUp: (y, x) => [y - 10, x],
  Home: y => [y, 0], End: y => [y, Infinity],
};
const sideways = getComputedStyle(map).direction === "rtl" ? -1 : 1;
moves.ArrowRight = (y, x) => [y, x + sideways];
moves.ArrowLeft = (y, x) => [y, x - sideways];

map.addEventListener("keydown", event => {
  const move = moves[event.key], from = places.get(event.target);
  if (!move || !from || event.altKey || event.metaKey) return;
  event.preventDefault();
  let [y, x] = move(...from);
  if (event.ctrlKey && event.key === "Home") y = 0;
  if (event.ctrlKey && event.key === "End") y = Infinity;
  y = Math.max(0, Math.min(grid.length - 1, y));
  x = Math.max(0, Math.min(grid[y].length - 1, x));
  goTo(grid[y][x]);
});

// Opens what a link inside the page leads to, even if a filter has hidden it. The browser then goes there.
const reveal = id => {
  const target = document.getElementById(id);
  if (!target) return;
  for (let element = target; element; element = element.parentElement) {
    if (element.hidden) element.hidden = false;
    if (element.tagName === "DETAILS") element.open = true;
  }
  const item = rows.find(row => row.element.contains(target));
  if (item) {
    item.isShown = true;
    for (const cell of item.cells) if (cell.element === target) cell.isShown = true;
  }
  const about = target.matches(".cell") && target.querySelector(":scope > .about");
  if (about) about.open = true;
  for (const square of squares.values()) square.removeAttribute("aria-current");
  const square = squares.get(id);
  if (!square) return;
  square.classList.remove("off");
  square.setAttribute("aria-current", "true");
  if (stop) stop.tabIndex = -1;
  stop = square;
  stop.tabIndex = 0;
};

document.addEventListener("click", event => {
  const link = event.target.closest("a[href^='#']");
  if (link) reveal(link.hash.slice(1));
});
window.addEventListener("hashchange", () => reveal(location.hash.slice(1)));
if (location.hash) reveal(location.hash.slice(1));

// Back from a cell to its square.
document.addEventListener("keydown", event => {
  const cell = event.key === "Escape" && !isMeaningShown() && event.target.closest(".cell");
  const square = cell && squares.get(cell.id);
  if (square) goTo(square);
});
