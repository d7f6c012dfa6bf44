// Copies a text to the clipboard, and says so.
"use strict";
(() => {
  document.querySelectorAll("[data-copy]").forEach((button) => {
    const text = document.getElementById(button.dataset.copy);
    const told = document.querySelector("[data-copied]");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.value);
        told.textContent = "copied";
      } catch {
        text.select(); // where the browser has no clipboard for us, a person's own keys do it
        told.textContent = "chosen: copy it with your keys";
      }
    });
  });
})();
