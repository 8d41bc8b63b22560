"use strict";
const table = document.querySelector("#documents table");
if (table) {
  const body = table.tBodies[0];
  const form = document.querySelector("#documents form");
  const words = form.elements.words, status = form.elements.status, count = form.querySelector("output");
  const rows = [...body.rows];
  const texts = rows.map(row => row.textContent.toLowerCase());
  const places = new Map(rows.map((row, place) => [row, place]));
  const value = (row, column) => {
    const cell = row.cells[column], number = cell.dataset.value;
    return number === undefined ? cell.textContent : Number(number);
  };
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    rows.forEach((row, place) => {
      const fits = (!status.value || row.dataset.status === status.value)
        && wanted.every(word => texts[place].includes(word));
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    count.textContent = shown === 1 ? "1 document" : shown + " documents";
  };
  const collator = new Intl.Collator("en", { numeric: true });
  const sort = heading => {
    const falls = heading.getAttribute("aria-sort") === "ascending";
    for (const other of heading.parentNode.cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", falls ? "descending" : "ascending");
    const keys = new Map(rows.map(row => [row, value(row, heading.cellIndex)]));
    const compare = (one, other) => {
      const first = keys.get(one), second = keys.get(other);
      const order = typeof first === "number" ? first - second : collator.compare(first, second);
      return (falls ? -order : order) || places.get(one) - places.get(other);
    };
    body.append(...[...rows].sort(compare));
  };
  for (const heading of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(heading));
    heading.append(button);
  }
  let timer;
  words.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(filter, 120); });
  status.addEventListener("change", filter);
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;
  filter();
}
