// A link may carry a code after its #, which browsers send to nobody. Put it into the field and take it off the
// address, so that it stays neither in the history nor on the screen. Nothing is sent until a person presses the button.
const field = document.querySelector("[data-from-fragment]");
const code = decodeURIComponent(window.location.hash.slice(1));

if (field && code) {
  if (!field.value) field.value = code;
  window.history.replaceState(null, "", window.location.pathname);
}
