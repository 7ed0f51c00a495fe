"""The life of one case over HTTP, from the first word to the day before it is closed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from site_project.demo.people import person

from . import canary
from .staff import signed_in
from .visitor import Lost, Page, Visitor

# What is chosen on each question page of the request; every free text is the canary's.
ANSWERS: dict[str, dict[str, str | list[str]]] = {
    "age": {"age": "ADULT"},
    "people": {},
    "service": {"asks_for": "MEDIATION"},
    "contact": {"safe_way": "EMAIL", "shared_mailbox": "NO"},
    "you": {"constituency": "GRADUATE", "unit": "HOUSING"},
    "others": {},
    "about": {},
    "heard": {"referral": "FRIEND"},
}
PAIR = ("Priya", "Jonas")
CODE = re.compile(r'class="code"[^>]*>\s*([A-Z2-9 -]{20,})<')
REFERENCE = re.compile(r"\b([RC]-[A-Z2-9]{5})\b")


@dataclass
class Life:
    """Who takes part in it, each with an own browser, and what became of it so far."""

    server: str
    steps: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.requester, self.other = Visitor(self.server), Visitor(self.server)
        self.coordinator = signed_in(self.server, "Dana")
        self.pair = [signed_in(self.server, first) for first in PAIR]
        self.request = self.case = ""

    def live(self) -> None:
        for step in (
            self.ask,
            self.talk,
            self.screen,
            self.invite,
            self.take_part,
            self.choose_the_pair,
            self.find_a_time,
            self.sign,
            self.hold,
            self.end,
        ):
            step()
            self.steps.append((step.__doc__ or "").strip())

    def ask(self) -> None:
        """A request by the question pages, with a personal code."""
        page = self.requester.submit("/request/")
        while (slug := _last(page.url)) in ANSWERS:
            page = self.requester.post(page, page.form(), _allowed(page, ANSWERS[slug]))
        if slug == "check":
            page = self.requester.post(page, page.form())
        self.request = _found(REFERENCE, page)
        self.requester.submit("/my/enter/", {"code": _found(CODE, page)})

    def talk(self) -> None:
        """Messages both ways, a note, and the conversation of the screening."""
        self.requester.submit("/my/messages/")
        page = self.coordinator.get(f"/portal/requests/{self.request}/")
        for part in ("/answer/", "/note/"):
            self.coordinator.post(page, page.form(part))

    def screen(self) -> None:
        """Found suitable; a case is opened."""
        values = {"gone_through": "on", "decision": "SUITABLE", "process": "MEDIATION"}
        self.coordinator.submit(f"/portal/requests/{self.request}/screening/", values)
        listed = self.coordinator.get("/portal/cases/").text
        self.case = next(one for one in REFERENCE.findall(listed) if one.startswith("C"))

    def invite(self) -> None:
        """The requester goes on and passes an invitation on; the other person uses it."""
        self.requester.submit("/my/first/", {"answer": "YES"})
        self.requester.submit("/my/others/add/", {"route": "REQUESTER", "name": "", "email": "", "phone": ""})
        page = self.coordinator.get(self._case())
        self.coordinator.post(page, page.form("/step/invite/"))
        page = self.requester.submit("/my/others/", part="/my/others/2/")
        page = self.other.submit("/join/", {"code": _found(CODE, page)})
        self.other.submit("/my/enter/", {"code": _found(CODE, page)})

    def take_part(self) -> None:
        """Both give details, read their rights and say that they take part."""
        for who in (self.requester, self.other):
            who.submit("/my/about/", {"way": "EMAIL"})
            who.submit("/my/reading/", {"read": "on"})
            who.submit("/my/answer/", {"answer": "YES"})

    def choose_the_pair(self) -> None:
        """Two mediators are asked and have no tie."""
        page = self.coordinator.get(self._case("pair/"))
        self.coordinator.post(
            page, page.form(holding="neutral"), {"neutral": [str(person(first).pk) for first in PAIR]}
        )
        for neutral in self.pair:
            page = neutral.get("/portal/asked/")
            number = _found(re.compile(r'href="/portal/asked/(\d+)/"'), page)
            neutral.submit(f"/portal/asked/{number}/", {"answer": "NO"})

    def find_a_time(self) -> None:
        """Everybody gives the same day; a session is booked with a place in words."""
        for who, path in (
            (self.requester, "/my/free/"),
            (self.other, "/my/free/"),
            (self.pair[0], self._case("my-times/")),
            (self.pair[1], self._case("my-times/")),
        ):
            page = who.get(path)
            form = page.form(holding="free")
            who.post(page, form, {"free": form.choices["free"]})
        page = self.coordinator.get(self._case("times/"))
        start = _found(re.compile(r'book/\?start=([^"]+)"'), page)
        self.coordinator.submit(self._case(f"book/?start={start}"), holding="place")

    def sign(self) -> None:
        """Everyone is in the room and signs, on own pages and on the device, which then stays on the session's page."""
        self.pair[0].submit(self._case("before-session/"), {"answer": "FINE"})
        page = self.pair[0].get(self._case())
        page = self.pair[0].post(page, page.form("/session/"))
        self.session = page.url
        form = page.form("/present/")
        self.pair[0].post(page, form, {"present": form.choices["present"]})
        for who in (self.requester, self.other):
            who.submit("/my/agreement/sign/", {"typed_name": canary.name(), "agreed": "on"})
        for neutral in self.pair:
            neutral.submit(f"{self.session}sign/", {"typed_name": "In my own hand", "agreed": "on"})

    def hold(self) -> None:
        """The session starts; the sheet for points is opened; it ends with an agreement in writing."""
        page = self.pair[0].get(self.session)
        self.pair[0].post(page, page.form("/begin/"))
        self.pair[0].get(f"{self.session}points/")
        self.pair[0].submit(f"{self.session}end/", {"outcome": "WRITTEN", "minutes": "110"})

    def end(self) -> None:
        """The case is finished, and what lies outside is accounted for."""
        self.coordinator.submit(f"/portal/close/{self.case}/finish/")
        page = self.coordinator.get(f"/portal/close/{self.case}/")
        while "/outside/" in page.text:
            page = self.coordinator.post(page, page.form("/outside/"))

    def close(self) -> Page:
        """Close and destroy. Returns the page with the receipt."""
        page = self.coordinator.get(f"/portal/close/{self.case}/")
        page = self.coordinator.post(page, page.form())
        if "/receipts/" not in page.url:
            raise Lost(f"closing led to {page.url}")
        return page

    def _case(self, part: str = "") -> str:
        return f"/portal/cases/{self.case}/{part}"


def _last(url: str) -> str:
    return url.rstrip("/").rsplit("/", 1)[-1]


def _found(pattern: re.Pattern[str], page: Page) -> str:
    match = pattern.search(page.text)
    if match is None:
        raise Lost(f"nothing like {pattern.pattern} on {page.url}")
    return match[1].strip()


def _allowed(page: Page, values: dict[str, str | list[str]]) -> dict[str, str | list[str]]:
    """Of these values, those that the page has a field for."""
    form = page.form()
    return {name: value for name, value in values.items() if name in form.choices or name in form.free}
