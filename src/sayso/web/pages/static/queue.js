// The queue's second keys for one button, and Enter in a field: it corrects, and never accepts by accident.
"use strict";
(() => {
  const typing = (element) => element.closest("input, textarea, select") !== null;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Enter" && event.target.closest(".answers") && typing(event.target)) {
      const form = event.target.closest("form");
      const correct = event.target.closest(".correcting") ? form.querySelector("[data-enter]") : null;
      event.preventDefault();
      if (correct) correct.click();
      else event.target.blur();
      return;
    }
    if (typing(event.target) || document.querySelector("dialog[open]") || !/^[a-z]$/.test(event.key)) return;
    const button = document.querySelector(`[data-also="${event.key}"]`);
    if (button) { event.preventDefault(); button.click(); }
  });
})();
