"use strict";
// What an acronym means, where the pointer or the focus is on it. It stays while the pointer is on the meaning itself,
// and Escape takes it away (WCAG 2.2, 1.4.13). Without this script the acronym is a link to the list.
const meaning = document.getElementById("meaning");
const isMeaningShown = () => meaning.matches(":popover-open");
let shownFor = null, leaving;

const showMeaning = link => {
  clearTimeout(leaving);
  const words = document.getElementById(link.getAttribute("aria-describedby"));
  if (!words || shownFor === link) return;
  shownFor = link;
  meaning.textContent = words.textContent;
  meaning.lang = words.lang;
  meaning.dir = "auto";
  if (!isMeaningShown()) meaning.showPopover();
  placeMeaning();
};

const placeMeaning = () => {
  if (!shownFor) return;
  const place = shownFor.getBoundingClientRect(), size = meaning.getBoundingClientRect();
  const isBelow = place.bottom + size.height + 8 < innerHeight;
  meaning.style.top = `${isBelow ? place.bottom + 4 : Math.max(4, place.top - size.height - 4)}px`;
  meaning.style.left = `${Math.max(4, Math.min(place.left, innerWidth - size.width - 4))}px`;
};

const hideMeaning = () => {
  clearTimeout(leaving);
  shownFor = null;
  if (isMeaningShown()) meaning.hidePopover();
};

const acronymAt = event => event.target instanceof Element && event.target.closest("a.acronym");
document.addEventListener("pointerover", event => {
  const link = acronymAt(event);
  if (link) showMeaning(link);
  else if (meaning.contains(event.target)) clearTimeout(leaving);
  else if (shownFor && shownFor !== document.activeElement) {
    clearTimeout(leaving);
    leaving = setTimeout(hideMeaning, 300);
  }
});
document.addEventListener("focusin", event => {
  const link = acronymAt(event);
  if (link) showMeaning(link);
  else hideMeaning();
});
document.addEventListener("scroll", placeMeaning, { capture: true, passive: true });
document.addEventListener("keydown", event => { if (event.key === "Escape" && isMeaningShown()) hideMeaning(); });
