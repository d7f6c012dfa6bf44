// A statement's words and its note in the margin light up together.
"use strict";
(() => {
  const notes = new Map([...document.querySelectorAll("[data-on]")].map((note) => [note.dataset.on, note]));
  const words = [...document.querySelectorAll("mark[data-of]")];

  function light(ids) {
    words.forEach((mark) => mark.classList.toggle("lit", mark.dataset.of.split(" ").some((id) => ids.has(id))));
    notes.forEach((note, id) => note.classList.toggle("lit", ids.has(id)));
  }

  const under = (target) => {
    const note = target.closest?.("[data-on]");
    if (note) return new Set([note.dataset.on]);
    const mark = target.closest?.("mark[data-of]");
    return new Set(mark ? mark.dataset.of.split(" ").filter((id) => notes.has(id)).slice(-1) : []);
  };

  ["mouseover", "focusin"].forEach((kind) => document.addEventListener(kind, (event) => light(under(event.target))));
})();
