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
  say(form, button.pressed);
  form.requestSubmit();
  // A button that only asks something leaves the page open: then the draft saves itself again.
  setTimeout(() => { waiting.delete(form); form.removeAttribute("aria-busy"); }, LONGEST_WAIT);
}

// Once pressed, a button is switched off, and says nothing any more: its name and value go with the form by themselves.
function say(form, pressed) {
  if (!pressed?.name) return;
  const said = Object.assign(document.createElement("input"), { type: "hidden", name: pressed.name, value: pressed.value });
  form.append(said);
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
