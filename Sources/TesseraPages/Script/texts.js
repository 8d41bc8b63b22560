"use strict";
document.documentElement.classList.add("has-script");

// All texts of the report, read once. What is searched is this list: the page is touched only where something changes.
const textsIn = (element, selector) =>
  [...element.querySelectorAll(selector)].map(node => ({ node, text: node.textContent }));

const words = value => new Set((value || "").split(" ").filter(word => word));

const rows = [...document.querySelectorAll("#matrix > .row")].map(element => ({
  element,
  isShown: true,
  sections: words(element.dataset.sections),
  texts: textsIn(element.firstElementChild, ".t"),
  cells: [...element.querySelectorAll(".cell")].map(cell => ({
    element: cell,
    isShown: true,
    column: cell.dataset.column,
    status: words(cell.dataset.status),
    has: words(cell.dataset.has),
    texts: textsIn(cell, ".t"),
  })),
}));
const cellCount = rows.reduce((count, row) => count + row.cells.length, 0);
const groups = [...document.querySelectorAll("#matrix > .group")];
const textsAround = textsIn(document, "#acronyms .t, #links .t, #around .t");

// The places of a pattern in some texts, in their order.
const hitsIn = (texts, pattern) => {
  const hits = [];
  for (const { node, text } of texts) {
    for (const match of text.matchAll(pattern)) {
      hits.push({ node, start: match.index, end: match.index + match[0].length });
    }
  }
  return hits;
};

// Any white space fits any other, and letter case makes no difference.
const patternOf = words => {
  const parts = words.trim().split(/\s+/).filter(part => part);
  if (!parts.length) return null;
  return new RegExp(parts.map(part => part.replace(/[\\^$.*+?()[\]{}|\/]/g, "\\$&")).join("\\s+"), "giu");
};
