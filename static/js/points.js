// Points of agreement live in this page's memory only: copied into the print view, never sent, never kept.
const root = document.querySelector("[data-points]");
const text = root.querySelector("[data-points-text]");
const paper = root.querySelector("[data-points-print]");

function show() {
  paper.replaceChildren(...text.value.split("\n").map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  }));
}

function forget() {
  text.value = "";
  paper.replaceChildren();
}

root.querySelector("[data-points-actions]").hidden = false;
root.querySelector("[data-points-button]").addEventListener("click", () => { show(); window.print(); });
window.addEventListener("beforeprint", show);
// Leaving the page, also into the browser's own store of pages to come back to, empties it.
window.addEventListener("pagehide", forget);
window.addEventListener("pageshow", (event) => { if (event.persisted) forget(); });
