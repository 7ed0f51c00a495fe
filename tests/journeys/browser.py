"""A person's browser, which minds more than the person would: foreign hosts, script errors, barriers."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
# WCAG 2.2 A and AA, and what axe calls good practice.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


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

    def reads(self, text):
        assert text in self.page.inner_text("body"), f"{self.page.url} does not say: {text}"

    def does_not_read(self, text):
        assert text not in self.page.content(), f"{self.page.url} says: {text}"
