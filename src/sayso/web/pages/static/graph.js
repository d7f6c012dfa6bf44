// Whoever is pointed at, or has the focus, stands out with those whom they cite and who cite them.
"use strict";
(() => {
  function light(event) {
    const graph = document.querySelector("[data-graph]");
    if (!graph) return;
    const node = event.target.closest?.("[data-key-of]");
    const key = node?.dataset.keyOf;
    const near = new Set(key === undefined ? [] : [key]);
    graph.classList.toggle("chosen", near.size > 0);
    for (const flow of graph.querySelectorAll(".flow")) {
      const mine = key !== undefined && (flow.dataset.by === key || flow.dataset.of === key);
      flow.classList.toggle("lit", mine);
      if (mine) near.add(flow.dataset.by).add(flow.dataset.of);
    }
    for (const other of graph.querySelectorAll("[data-key-of]")) other.classList.toggle("lit", near.has(other.dataset.keyOf));
  }
  ["mouseover", "focusin"].forEach((kind) => document.addEventListener(kind, light));
})();
