// Extras for the free-times grid; underneath it is a list of checkboxes that works by itself.
const grid = document.querySelector("[data-time-grid]");

const boxesOf = (day) => [...day.querySelectorAll("input[type=checkbox]")];

function count(day) {
  const chosen = boxesOf(day).filter((box) => box.checked).length;
  const place = day.querySelector("[data-count]");
  const words = chosen === 1 ? place.dataset.one : `${chosen} ${place.dataset.many}`;
  place.textContent = chosen ? words : "";
}

function copyToWeekdays(from, days) {
  const chosen = boxesOf(from).map((box) => box.checked);
  for (const day of days.filter((other) => "weekday" in other.dataset)) {
    boxesOf(day).forEach((box, index) => { box.checked = chosen[index]; });
    count(day);
  }
}

function paintByDragging(days) {
  let paint = null;
  grid.addEventListener("pointerdown", (event) => {
    const slot = event.target.closest(".slot");
    if (!slot || event.pointerType !== "mouse") return;
    paint = !slot.querySelector("input").checked;
  });
  grid.addEventListener("pointerover", (event) => {
    const slot = event.target.closest(".slot");
    if (paint === null || !slot || !(event.buttons & 1)) return;
    slot.querySelector("input").checked = paint;
    count(slot.closest("details"));
  });
  grid.addEventListener("pointerout", (event) => {
    // The first slot of a drag: leaving it without a click has not ticked it yet.
    const slot = event.target.closest(".slot");
    if (paint === null || !slot || !(event.buttons & 1)) return;
    slot.querySelector("input").checked = paint;
  });
  window.addEventListener("pointerup", () => { paint = null; days.forEach(count); });
}

if (grid) {
  const days = [...grid.querySelectorAll("details")];
  for (const day of days) {
    day.querySelector(".tools").hidden = false;
    day.querySelector("[data-copy]").addEventListener("click", () => copyToWeekdays(day, days));
    day.querySelector("[data-clear]").addEventListener("click", () => {
      boxesOf(day).forEach((box) => { box.checked = false; });
      count(day);
    });
    count(day);
  }
  grid.addEventListener("change", (event) => count(event.target.closest("details")));
  paintByDragging(days);
  if (window.matchMedia("(max-width: 59.99rem)").matches) {
    days.slice(1).forEach((day) => { day.open = boxesOf(day).some((box) => box.checked); });
  }
}
