// Leaving at once: hide the page, then replace it, so that "back" does not return here.
// Without this script the link still works; the server ends the session either way.
const link = document.querySelector("[data-exit]");

function leave() {
  document.documentElement.classList.add("leaving");
  document.title = "";
  window.location.replace(link.href);
}

if (link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  const hint = document.querySelector(".exit-keys");
  if (hint) hint.hidden = false;

  // Three Shifts by themselves within two seconds; any other key starts the count again.
  let presses = [];
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < 2000);
    if (presses.length >= 3) leave();
  });

  // A page kept alive for the back button must not show again what was left.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.classList.contains("leaving")) leave();
  });
}
