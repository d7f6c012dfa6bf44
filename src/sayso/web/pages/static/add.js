// Files, one after the other, each sent as it is; what became of it stands beside its name.
"use strict";
(() => {
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const list = form.querySelector(".progress");
  const word = form.querySelector("[name=form_token]").value;
  let queue = Promise.resolve();

  async function send(file, line) {
    const told = line.appendChild(document.createElement("div"));
    told.textContent = "reading…";
    try {
      const answer = await fetch(`${form.dataset.to}?name=${encodeURIComponent(file.name)}`, {
        method: "POST",
        body: file,
        headers: { "X-Form-Token": word, "Content-Type": "application/octet-stream" },
      });
      const text = await answer.text();
      const found = new DOMParser().parseFromString(text, "text/html");
      const part = answer.ok ? found.querySelector(".receipt") : found.querySelector(".fault p");
      told.replaceChildren(part ? document.importNode(part, true) : `not read: ${answer.status}`);
      if (!answer.ok) told.classList.add("error");
    } catch {
      told.textContent = "not sent: the server does not answer";
      told.classList.add("error");
    }
  }

  function take(files) {
    [...files].forEach((file) => {
      const line = list.appendChild(document.createElement("li"));
      line.append(file.name);
      queue = queue.then(() => send(file, line));
    });
  }

  form.querySelector("#files").addEventListener("change", (event) => { take(event.target.files); event.target.value = ""; });
  ["dragenter", "dragover"].forEach((kind) => form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add("over"); }));
  ["dragleave", "drop"].forEach((kind) => form.addEventListener(kind, () => form.classList.remove("over")));
  form.addEventListener("drop", (event) => { event.preventDefault(); take(event.dataTransfer.files); });
  form.addEventListener("submit", (event) => event.preventDefault());
})();
