"""One visitor on their way through the questions: what they have answered so far, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect

from portal.programmes.models import Programme
from portal.programmes.queries import current_office

from .. import actions
from ..envelope import EnvelopeKey
from ..forms.questions import Asked
from ..forms.table import Answers, first_open
from ..queries import PUBLIC_PROGRAMME, draft_content, keeping_programme, nobody_left, people_here, taking_requests
from ..statuses import Door
from .cookies import DRAFT, key_in


@dataclass
class Visit:
    request: HttpRequest
    key: EnvelopeKey | None
    content: dict[str, Any] | None

    @classmethod
    def of(cls, request: HttpRequest) -> Visit:
        key = key_in(request, DRAFT)
        return cls(request, key, draft_content(key))

    @property
    def answers(self) -> Answers:
        return (self.content or {}).get("answers", {})

    def known(self, slug: str) -> dict[str, Any] | None:
        """What a question shows at first: the answer given before, or the service whose page they came from."""
        if slug in self.answers:
            return self.answers[slug]
        service = (self.content or {}).get("service")
        return {"asks_for": service} if slug == "service" and service else None

    @property
    def is_sent(self) -> bool:
        return "slip" in (self.content or {})

    @cached_property
    def asked(self) -> Asked:
        return Asked(office=current_office(self.request), people=tuple(people_here()))

    @cached_property
    def programme(self) -> Programme:
        """Whose door they came in by. When the draft has gone meanwhile, the page that was sent still says so."""
        if self.content is None and self.request.POST.get("door") in Door.values:
            return keeping_programme() or taking_requests()
        return taking_requests((self.content or {}).get("programme", PUBLIC_PROGRAMME))

    def _came_in_by(self) -> Answers:
        """Which of the two doors of the other programme it was; a page of this one carries none."""
        return {} if self.programme.destroys_at_close else {"door": {"door": self.request.POST["door"]}}

    @property
    def door(self) -> str:
        """For the page of a question to carry along; empty in the programme that destroys."""
        given = self.answers.get("door", {}).get("door", "") or self.request.POST.get("door", "")
        return given if not self.programme.destroys_at_close and given in Door.values else ""

    @property
    def all_are_kept_out(self) -> bool:
        tied = self.answers.get("people", {}).get("tied", [])
        return bool(tied) and nobody_left(self.programme, {UUID(one) for one in tied})

    def keep(self, slug: str, answer: dict[str, Any]) -> EnvelopeKey:
        """Save one answer. A draft whose time was over starts anew with it, so that nothing typed is lost."""
        self.key = self.key or EnvelopeKey.new()
        content = self.content or {"answers": self._came_in_by(), "from": "", "programme": self.programme.code}
        self.content = content | {"answers": self.answers | {slug: answer}}
        actions.save_draft(key=self.key, content=self.content)
        return self.key

    def next_page(self) -> HttpResponseRedirect:
        if self.all_are_kept_out:
            return redirect("portal:intake:independent")
        question = first_open(self.answers, self.asked)
        return redirect("portal:intake:question", question.slug) if question else redirect("portal:intake:check")
