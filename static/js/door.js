// At the door: the QR code is good for some minutes, so a page that nobody touches shows a new one in time.
const EVERY = 4 * 60 * 1000;

setInterval(() => window.location.reload(), EVERY);
