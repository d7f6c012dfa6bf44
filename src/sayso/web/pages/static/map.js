// The map: nearer, farther and about, by keys, wheel, pointer or two fingers; a place and its line light up together.
"use strict";
(() => {
  const CLOSEST = 120; // units of the drawing across the screen
  const TOWARDS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function begin(ground) {
    const svg = ground.querySelector("svg.world");
    const whole = Number(svg.dataset.width);
    const tall = Number(svg.dataset.height);
    const box = svg.viewBox.baseVal;
    const first = { x: box.x, y: box.y, width: box.width, height: box.height };

    // Units of the drawing in one pixel. The box is sliced: the tighter side counts.
    const unit = () => Math.min(box.width / ground.clientWidth, box.height / ground.clientHeight) || 1;

    function show(x, y, width) {
      const w = Math.min(whole * 1.2, Math.max(CLOSEST, width));
      box.width = w;
      box.height = (w * ground.clientHeight) / (ground.clientWidth || 1);
      box.x = Math.min(whole - w / 4, Math.max(-w * 0.75, x));
      box.y = Math.min(tall - box.height / 4, Math.max(-box.height * 0.75, y));
      size();
    }

    // Circles and names stay as large as they are, however near the ground is.
    function size() {
      const one = unit() * (parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);
      for (const circle of svg.querySelectorAll("circle[data-r]")) circle.setAttribute("r", circle.dataset.r * one);
      for (const name of svg.querySelectorAll("text[data-dy]")) {
        name.setAttribute("font-size", 13 * one);
        name.setAttribute("dy", -(Number(name.dataset.dy) + 4) * one);
      }
      spread();
    }

    // Where names would cover each other, that of the place with more claims stays; the list has them all.
    function spread() {
      const kept = [];
      for (const name of svg.querySelectorAll("text[data-dy]")) {
        name.classList.remove("crowded");
        const own = name.getBoundingClientRect();
        const meets = kept.some((one) => own.left < one.right && one.left < own.right && own.top < one.bottom && one.top < own.bottom);
        if (meets) name.classList.add("crowded");
        else kept.push(own);
      }
    }

    function zoom(by, at) {
      const frame = svg.getBoundingClientRect();
      const part = at ? [(at.clientX - frame.left) / frame.width, (at.clientY - frame.top) / frame.height] : [0.5, 0.5];
      const width = Math.min(whole * 1.2, Math.max(CLOSEST, box.width * by));
      const height = (width * ground.clientHeight) / (ground.clientWidth || 1);
      show(box.x + (box.width - width) * part[0], box.y + (box.height - height) * part[1], width);
    }

    function fit() {
      const shape = ground.clientHeight / (ground.clientWidth || 1);
      const width = Math.max(first.width, first.height / shape);
      show(first.x - (width - first.width) / 2, first.y - (width * shape - first.height) / 2, width);
    }

    const acts = { in: () => zoom(0.7), out: () => zoom(1 / 0.7), all: fit };

    ground.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = { "+": acts.in, "=": acts.in, "-": acts.out, _: acts.out, 0: acts.all }[event.key];
      const step = TOWARDS[event.key];
      if (act) act();
      else if (step) show(box.x + step[0] * box.width * 0.15, box.y + step[1] * box.height * 0.15, box.width);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });

    ground.addEventListener("click", (event) => {
      const button = event.target.closest("[data-zoom]");
      if (button) acts[button.dataset.zoom]();
    });

    // A page must scroll past the map: the wheel is the map's only where it was chosen, or with Ctrl (a pinch, on a pad).
    ground.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !ground.contains(document.activeElement)) return;
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, event);
    }, { passive: false });

    const down = new Map();
    let dragged = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      down.set(event.pointerId, event);
      dragged = false;
    });
    svg.addEventListener("pointermove", (event) => {
      const before = down.get(event.pointerId);
      if (!before) return;
      if (down.size === 1) {
        const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
        if (!dragged && Math.hypot(dx, dy) < 4) return;
        if (!dragged) svg.setPointerCapture(event.pointerId);
        dragged = true;
        svg.classList.add("moving");
        show(box.x - dx * unit(), box.y - dy * unit(), box.width);
      } else {
        const [other] = [...down.values()].filter((one) => one.pointerId !== event.pointerId);
        const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
        dragged = true;
        zoom(apart(before) / apart(event), { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 });
      }
      down.set(event.pointerId, event);
    });
    ["pointerup", "pointercancel"].forEach((kind) => svg.addEventListener(kind, (event) => {
      down.delete(event.pointerId);
      svg.classList.remove("moving");
    }));
    svg.addEventListener("click", (event) => { if (dragged) { event.preventDefault(); dragged = false; } }, true);
    svg.addEventListener("dragstart", (event) => event.preventDefault());

    ground.querySelector("[data-scale]").hidden = false;
    addEventListener("resize", fit);
    fit();
  }

  const start = () => document.querySelectorAll("[data-map]:not([data-begun])").forEach((ground) => {
    ground.dataset.begun = "";
    begin(ground);
  });
  start();
  document.addEventListener("htmx:after:swap", start);

  const light = (event) => {
    const number = event.target.closest?.("[data-spot]")?.dataset.spot;
    document.querySelectorAll("[data-spot]").forEach((one) => one.classList.toggle("lit", one.dataset.spot === number));
  };
  ["mouseover", "focusin"].forEach((kind) => document.addEventListener(kind, light));
})();
