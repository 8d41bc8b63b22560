"use strict";
// Marks what was found, without touching the page's elements (CSS Custom Highlight API), and steps through it.
const canMark = typeof Highlight === "function" && CSS.highlights;
const mostMarks = 5000;
let current = -1;

const rangeOf = ({ node, start, end }) => {
  const range = document.createRange();
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let offset = 0;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const next = offset + text.data.length;
    if (start >= offset && start < next) range.setStart(text, start - offset);
    if (end <= next) { range.setEnd(text, end - offset); break; }
    offset = next;
  }
  return range;
};

const markHits = () => {
  current = -1;
  for (const id of ["previous", "next"]) document.getElementById(id).disabled = hits.length === 0;
  if (!canMark) return;
  CSS.highlights.delete("hit-now");
  CSS.highlights.set("hit", new Highlight(...hits.slice(0, mostMarks).map(rangeOf)));
};

const step = by => {
  if (!hits.length) return;
  current = current < 0 ? (by > 0 ? 0 : hits.length - 1) : (current + by + hits.length) % hits.length;
  const hit = hits[current];
  for (let closed = hit.node.closest("details:not([open])"); closed; closed = closed.parentElement.closest("details:not([open])")) {
    closed.open = true;
  }
  hit.node.scrollIntoView({ block: "center" });
  if (canMark) {
    const now = new Highlight(rangeOf(hit));
    now.priority = 1;
    CSS.highlights.set("hit-now", now);
  }
  found.textContent = `Hit ${current + 1} of ${hits.length}: ${hit.node.textContent.slice(Math.max(0, hit.start - 40), hit.end + 40).trim()}`;
};

document.getElementById("next").addEventListener("click", () => step(1));
document.getElementById("previous").addEventListener("click", () => step(-1));
find.elements.words.addEventListener("keydown", event => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  // What was typed a moment ago counts.
  if (current < 0) { clearTimeout(timer); filter(); }
  step(event.shiftKey ? -1 : 1);
});
find.hidden = false;
filter();

keepClearOf(find);
