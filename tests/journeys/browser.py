"""A person's browser, which minds more than the person would: foreign hosts, script errors, barriers."""

import os
import re
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
# WCAG 2.2 A and AA, and what axe calls good practice. Only barriers are reported: the list of what is right takes as
# long as the looking.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# ACCORD_SHOTS=1 keeps a picture of every screen that was checked.
SHOTS = Path("var/screenshots") if os.environ.get("ACCORD_SHOTS") else None
_numbers = count(1)


class Person:
    """One person at one device, with cookies of their own."""

    def __init__(self, browser, server, *, phone=False, scripts=True):
        self.server = server
        self.scripts = scripts
        self.wrongs = []
        self.context = browser.new_context(
            base_url=server.url, viewport=PHONE if phone else DESKTOP, java_script_enabled=scripts, locale="en-US"
        )
        self.page = self.context.new_page()
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.wrongs.append(f"script error: {error}"))
        self.page.on("request", self._watch)

    def _listen(self, message):
        # A refused form answers 4xx on purpose, and the browser reports that as an error.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.wrongs.append(f"{self.page.url}: {message.text}")

    def _watch(self, request):
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != urlsplit(self.server.url).netloc:
            self.wrongs.append(f"asked another host: {address.netloc}")

    def open(self, path):
        response = self.page.goto(path)
        self.check()
        return response

    def check(self):
        """No barrier on this screen as it is now; to be called again on each form error."""
        if not self.scripts:
            return  # axe is a script itself: it looks at the same screens of those who have them
        # The exit bar stays in view over whatever is scrolled beneath it. A person scrolls on; axe cannot.
        self._place_exit_bar("static")
        found = Axe().run(self.page, options=RULES).response["violations"]
        self._place_exit_bar("")
        barriers = [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]
        assert barriers == [], f"{self.page.url}: {barriers}"
        wider = self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not wider, f"{self.page.url}: the page scrolls sideways"
        if SHOTS:
            self._picture()

    def _picture(self):
        SHOTS.mkdir(parents=True, exist_ok=True)
        # Neither references nor codes belong into the name of a file.
        place = re.sub(r"[^a-z]+", "-", urlsplit(self.page.url).path).strip("-") or "home"
        name = f"{next(_numbers):03}-{self.page.viewport_size['width']}-{place}.png"
        self.page.screenshot(path=SHOTS / name, full_page=True)

    def _place_exit_bar(self, position):
        self.page.evaluate("p => document.querySelector('.exit')?.style.setProperty('position', p)", position)

    def press(self, name):
        """A button or link, by the words on it; then the next screen is checked."""
        control = self.page.get_by_role("button", name=name, exact=True)
        (control if control.count() else self.page.get_by_role("link", name=name, exact=True)).first.click()
        self.page.wait_for_load_state()
        self.check()

    def fill(self, **answers):
        """Fields by the start of their label, underscores for spaces."""
        for label, answer in answers.items():
            self.page.get_by_label(label.replace("_", " ")).first.fill(str(answer))

    def choose(self, *answers):
        """Radio buttons and boxes, by the start of what stands beside them."""
        for answer in answers:
            radios = self.page.get_by_role("radio", name=answer)
            (radios if radios.count() else self.page.get_by_role("checkbox", name=answer)).first.check()

    def is_refused(self, button):
        """Press, and be told kindly what is missing, without barriers on the screen that tells."""
        self.press(button)
        assert self.page.title().startswith("Error:"), f"{self.page.url} took it: {self.page.title()}"

    def reads(self, text):
        assert text in self.page.inner_text("body"), f"{self.page.url} does not say: {text}"

    def does_not_read(self, text):
        assert text not in self.page.content(), f"{self.page.url} says: {text}"
