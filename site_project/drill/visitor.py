"""Somebody with a browser: cookies, pages, forms; real HTTP, no scripts."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar

from .forms import Form, read_forms


class Lost(Exception):
    """A page of the drill did not answer as it should."""


@dataclass(frozen=True)
class Page:
    url: str
    status: int
    text: str

    def form(self, part: str = "", *, holding: str = "") -> Form:
        """The posting form whose action ends like this, or that has this field; else the first but signing out."""
        posting = [form for form in read_forms(self.text) if form.method == "post"]
        wanted = [
            form
            for form in posting
            if (part and form.action.endswith(part))
            or (holding and holding in (form.given | form.free | form.choices))
            or (not part and not holding and not _leaves(form))
        ]
        if not wanted:
            raise Lost(f"no such form on {self.url}: {part or holding}")
        return wanted[0]


def _leaves(form: Form) -> bool:
    return form.action.endswith(("/sign-out/", "/my/leave/"))


class Visitor:
    def __init__(self, server: str) -> None:
        self.server = server
        self.cookies = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> Page:
        return self._open(urllib.request.Request(self._url(path)))  # noqa: S310

    def post(self, page: Page, form: Form, values: dict[str, str | list[str]] | None = None) -> Page:
        body = urllib.parse.urlencode(form.filled(values or {})).encode()
        target = urllib.parse.urljoin(page.url, form.action or page.url)
        request = urllib.request.Request(target, data=body, headers={"Referer": page.url})  # noqa: S310
        answer = self._open(request)
        if answer.status >= 400 or "error-summary" in answer.text:
            raise Lost(f"{answer.status} from {target}: {_problem(answer.text)}")
        return answer

    def submit(self, path: str, values: dict[str, str | list[str]] | None = None, **which: str) -> Page:
        """Open a page and send its form; `part` or `holding` say which one."""
        page = self.get(path)
        return self.post(page, page.form(**which), values)

    def _url(self, path: str) -> str:
        return urllib.parse.urljoin(self.server, path)

    def _open(self, request: urllib.request.Request) -> Page:
        if not request.full_url.startswith(self.server):
            raise Lost(f"led away to {request.host}")
        try:
            with self._opener.open(request, timeout=60) as answer:
                return Page(answer.url, answer.status, answer.read().decode(errors="replace"))
        except urllib.error.HTTPError as refusal:
            return Page(request.full_url, refusal.code, refusal.read().decode(errors="replace"))


def _problem(html: str) -> str:
    """The words of the error summary, for whoever has to mend the drill."""
    start = html.find("error-summary")
    return " ".join(html[start : start + 600].split()) if start > 0 else "no error summary"
