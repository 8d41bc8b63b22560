"use strict";
// Which cells are shown: those that fit all filters and hold what is searched.
const find = document.getElementById("find");
const found = document.getElementById("found");
const nothing = document.getElementById("nothing");
const squares = new Map([...document.querySelectorAll("#map .square[href]")].map(link => [link.hash.slice(1), link]));
const field = name => find.elements[name] ? find.elements[name].value : "";

let hits = [];

// An attribute that is set again counts as a change, even to the same value.
const hide = (element, isHidden) => { if (element.hidden !== isHidden) element.hidden = isHidden; };

const show = (item, isShown) => {
  if (item.isShown === isShown) return;
  item.isShown = isShown;
  hide(item.element, !isShown);
  const square = squares.get(item.element.id);
  if (square) square.classList.toggle("off", !isShown);
};

const fits = (cell, wanted) =>
  (!wanted.column || cell.column === wanted.column)
  && (!wanted.status || cell.status.has(wanted.status))
  && (!wanted.acronym || cell.has.has(wanted.acronym))
  && (!wanted.country || cell.has.has(wanted.country));

const filter = () => {
  const pattern = patternOf(field("words"));
  const names = ["column", "section", "status", "acronym", "country"];
  const wanted = Object.fromEntries(names.map(name => [name, field(name)]));
  const isFiltered = names.some(name => wanted[name]);
  hits = [];
  let shown = 0;
  for (const row of rows) {
    const inSection = !wanted.section || row.sections.has(wanted.section);
    const inHead = pattern && inSection ? hitsIn(row.texts, pattern) : [];
    const inCells = row.cells.map(cell => {
      const isWanted = inSection && fits(cell, wanted);
      return { cell, isWanted, hits: pattern && isWanted ? hitsIn(cell.texts, pattern) : [] };
    });
    // A row that is found by its name is shown with all its cells.
    const count = inCells.reduce((count, { hits }) => count + hits.length, 0);
    const isWhole = !pattern || (inHead.length > 0 && count === 0);
    let isShown = false;
    for (const { cell, isWanted, hits } of inCells) {
      const isCellShown = isWanted && (isWhole || hits.length > 0);
      show(cell, isCellShown);
      if (isCellShown) { shown += 1; isShown = true; }
    }
    show(row, isShown);
    if (isShown) hits.push(...inHead, ...inCells.flatMap(({ hits }) => hits));
  }
  const inMatrix = hits.length;
  if (pattern && !isFiltered) hits.push(...hitsIn(textsAround, pattern));
  for (const group of groups) hide(group, !leadsToRow(group));
  hide(nothing, shown > 0);
  markHits();
  found.textContent = told(shown, pattern ? inMatrix : null, hits.length - inMatrix);
};

const leadsToRow = group => {
  for (let next = group.nextElementSibling; next && next.matches(".row"); next = next.nextElementSibling) {
    if (!next.hidden) return true;
  }
  return false;
};

const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

const told = (shown, inMatrix, around) => {
  const cells = shown === cellCount
    ? counted(cellCount, "cell") : `${shown.toLocaleString("en")} of ${counted(cellCount, "cell")}`;
  if (inMatrix === null) return cells;
  return `${counted(inMatrix, "hit")} in ${cells}` + (around ? `, ${around} around the matrix` : "");
};

let timer;
find.addEventListener("input", event => {
  clearTimeout(timer);
  timer = setTimeout(filter, event.target.name === "words" ? 100 : 0);
});
find.addEventListener("reset", () => { clearTimeout(timer); timer = setTimeout(filter, 0); });
find.addEventListener("submit", event => event.preventDefault());
document.addEventListener("click", event => {
  const button = event.target.closest("button[data-acronym]");
  if (!button) return;
  find.reset();
  find.elements.acronym.value = button.dataset.acronym;
  clearTimeout(timer);
  filter();
  find.elements.acronym.focus();
  find.scrollIntoView();
});
