// Files, one after the other, each sent as it is; what became of it stands beside its name.
"use strict";
// Seconds since reading began, until it is stopped with a last word.
function counting(told) {
  const begun = Date.now();
  const show = () => { told.textContent = `reading… ${Math.round((Date.now() - begun) / 1000)} s`; };
  const timer = setInterval(show, 1000);
  show();
  return (word) => { clearInterval(timer); told.textContent = word; };
}

(() => {
  const pasting = document.querySelector("[data-pasting]");
  if (pasting) pasting.addEventListener("submit", () => {
    pasting.querySelector("button").disabled = true;
    counting(pasting.querySelector("[role=status]"));
  });
})();

(() => {
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const list = form.querySelector(".progress");
  const word = form.querySelector("[name=form_token]").value;
  let queue = Promise.resolve();

  async function send(file, line) {
    const told = line.appendChild(document.createElement("div"));
    const stop = counting(told);
    try {
      const answer = await fetch(`${form.dataset.to}?name=${encodeURIComponent(file.name)}`, {
        method: "POST",
        body: file,
        headers: { "X-Form-Token": word, "Content-Type": "application/octet-stream" },
      });
      if (answer.ok) await growing(answer, line);
      const last = answer.ok ? null : parsed(await answer.text()).querySelector(".fault p");
      stop(last ? last.textContent : answer.ok ? "" : `not read: ${answer.status}`);
      if (!answer.ok) told.classList.add("error");
    } catch {
      stop("not sent, or stopped: the server does not answer");
      told.classList.add("error");
    }
  }

  // The list in the answer, shown as far as it has come.
  async function growing(answer, line) {
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    let list = null;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const found = parsed(text).querySelector(".receipt");
      const now = found && document.importNode(found, true);
      if (now) list ? list.replaceWith(now) : line.append(now);
      list = now || list;
    }
  }

  function parsed(text) { return new DOMParser().parseFromString(text, "text/html"); }

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
