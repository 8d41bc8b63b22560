"use strict";

// Keeps what is scrolled to clear of a bar that stays in view: tells the style sheet how high it is whenever that changes.
// What is returned measures it at once.
const keepClearOf = bar => {
  const measure = () => {
    const height = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    document.documentElement.style.setProperty("--bar", `${height}px`);
    return height;
  };
  measure();
  new ResizeObserver(measure).observe(bar);
  window.addEventListener("resize", measure);
  return measure;
};
