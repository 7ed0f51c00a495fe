// A draft that saves itself and a button that was just pressed must not reach the server together: the second would be
// told that somebody else had changed the page, or make the page twice. The button waits for the draft, then goes on
// with what is in the form now.
const LONGEST_WAIT = 15000;
const saving = new Set();
const waiting = new Map();

function settle(form) {
  saving.delete(form);
  const button = waiting.get(form);
  if (button === undefined) return;
  clearTimeout(button.timer);
  form.requestSubmit(button.pressed);
  // A button that only asks something leaves the page open: then the draft saves itself again.
  setTimeout(() => { waiting.delete(form); form.removeAttribute("aria-busy"); }, LONGEST_WAIT);
}

document.addEventListener("w-autosave:save", (event) => {
  if (waiting.has(event.target)) event.preventDefault();
  else saving.add(event.target);
});
for (const end of ["w-autosave:success", "w-autosave:error"]) {
  document.addEventListener(end, (event) => settle(event.target));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!saving.has(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (waiting.has(form)) return;
  form.setAttribute("aria-busy", "true");
  waiting.set(form, { pressed: event.submitter, timer: setTimeout(() => settle(form), LONGEST_WAIT) });
}, true);
