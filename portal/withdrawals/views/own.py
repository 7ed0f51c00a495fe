"""Withdrawing on one's own page: first the words that others will get, then one button."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.audit.access import opens_case
from portal.cases.actions import TransitionRefused
from portal.cases.models import Participant
from portal.cases.statuses import Channel
from portal.plans.gates import is_agreed
from portal.programmes.queries import current_office

from ..actions import withdraw as take_out
from ..queries import words_to_others


@opens_case
def withdraw(request: HttpRequest) -> HttpResponse:
    person = _of(request)
    if person is None:
        raise Http404
    request.opened = person.case
    if person.has_left or not person.case.is_open:
        return redirect("portal:withdrawals:withdrew")
    if request.method == "POST":
        try:
            take_out(participant_id=person.pk, channel=Channel.SELF, by=request.viewer)
        except TransitionRefused as refusal:
            messages.info(request, str(refusal))
        # Whoever leaves hears once more what their rights are and where they may report (C15).
        papers_first = person.case.programme.notice_before_consent and person.is_party
        return redirect("portal:papers:sheet" if papers_first else "portal:withdrawals:withdrew")
    words = words_to_others(person, current_office(request))
    context = {"words": words, "person": person, "is_agreed": is_agreed(person.case)}
    return render(request, "portal/withdrawals/withdraw.html", context)


@require_safe
def withdrew(request: HttpRequest) -> HttpResponse:
    """A gentle last page; it shows nothing of the case but what becomes of the record."""
    person = _of(request)
    return render(request, "portal/withdrawals/withdrew.html", {"programme": person and person.case.programme})


def _of(request: HttpRequest) -> Participant | None:
    rows = Participant.objects.visible_to(request.viewer).select_related("case__programme", "case__matter")
    return rows.order_by("-created_at").first()
