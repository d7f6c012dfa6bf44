// The keyboard: / search, j and k along the lines of a list, Enter opens, g and a letter to a page, ? help.
"use strict";
(() => {
  const PLACES = { c: "/claims", r: "/reports", a: "/actors", t: "/timeline", m: "/map", n: "/graph", q: "/queue", d: "/add", l: "/log" };
  const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const rows = () => [...document.querySelectorAll("[data-rows] [data-row]")];
  let awaiting = false;

  const opener = (row) => row.matches("[data-open]") ? row : row.querySelector("[data-open]");
  const current = () => document.activeElement.closest?.("[data-row]") ?? document.querySelector("[data-row].current");

  function go(step) {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(current());
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))];
    all.forEach((row) => row.classList.toggle("current", row === next));
    opener(next)?.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  const acts = {
    "/": () => document.querySelector("[data-key='/']")?.focus(),
    "?": () => document.getElementById("help")?.showModal(),
    j: () => go(1),
    k: () => go(-1),
    g: () => { awaiting = true; setTimeout(() => { awaiting = false; }, 1200); },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (document.querySelector("dialog[open]")) return;
    if (awaiting && PLACES[event.key]) {
      const link = document.querySelector(`.places a[href="${PLACES[event.key]}"]`);
      awaiting = false;
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    const act = acts[event.key] ?? keyed(event.key);
    if (act) { event.preventDefault(); act(); }
  });

  // A page gives a button or link a key of its own by data-key; the line that is current goes first.
  function keyed(key) {
    if (!/^[a-z0-9]$/i.test(key)) return null;
    const here = current()?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`[data-key="${key}"]`);
    return here ? () => (typing(here) ? here.focus() : here.click()) : null;
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) document.getElementById("help")?.showModal();
  });

  // On a narrow screen filters begin folded: the list is what one came for.
  if (matchMedia("(max-width: 60rem)").matches) {
    document.querySelectorAll("[data-fold]").forEach((fold) => { fold.open = false; });
  }

  // An address to be shared has no empty fields in it.
  document.addEventListener("htmx:config:request", (event) => {
    const body = event.detail?.ctx?.request?.body;
    if (event.detail?.ctx?.request?.method?.toUpperCase() !== "GET" || !(body instanceof FormData)) return;
    [...body.entries()].forEach(([name, value]) => { if (value === "") body.delete(name); });
  });
})();
