"""Screens of interns and of those who supervise them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.accounts.roles import Permission
from portal.forms import posted
from portal.handbook import queries as handbook
from portal.handbook.models import Notice
from portal.handbook.statuses import NoticeKind
from portal.programmes.models import Programme

from . import actions, queries
from .forms import DecideForm, HandInForm, PieceForm, PledgeForm, TrainedForm
from .models import Pledge, WorkPiece
from .policies import can_decide, can_hand_in


@require_GET
def interns(request: HttpRequest) -> HttpResponse:
    """For supervisors: who helps, what they have signed, what waits for a word."""
    _check_supervises(request)
    context = {
        "rows": queries.interns_of(request.user),
        "pieces": _pieces(request),
        "trained": TrainedForm(),
    }
    return render(request, "portal/interns/interns.html", context)


@require_POST
def trained(request: HttpRequest, pledge: int) -> HttpResponse:
    _check_supervises(request)
    programmes = request.user.programmes_with(Permission.COORDINATE)
    row = get_object_or_404(Pledge, pk=pledge, programme__in=programmes)
    form = TrainedForm(posted(request))
    if not form.is_valid():
        messages.error(request, _("Please give the day on which they were trained."))
        return redirect("portal:interns:interns")
    try:
        actions.record_training(pledge_id=row.pk, by=request.user, **form.cleaned_data)
    except actions.NotNow as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Written down. They can be given work."))
    return redirect("portal:interns:interns")


@require_http_methods(["GET", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    _check_supervises(request)
    cleared = [row for row in queries.interns_of(request.user) if row.is_cleared]
    form = PieceForm(posted(request), interns=cleared)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.give_piece(by=request.user, **form.facts())
        except actions.NotNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("It is on their page."))
            return redirect(made)
    context = {"form": form, "nobody": not cleared}
    return render(request, "portal/interns/give.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def work(request: HttpRequest) -> HttpResponse:
    """An intern's own page: first the pledge, then what there is to do."""
    programme = queries.programme_of(request.user)
    if programme is None:
        raise PermissionDenied
    pledge = Pledge.objects.filter(user=request.user, programme=programme).first()
    if pledge is None:
        return _pledge(request, programme)
    pieces = _pieces(request) if pledge.trained_on else []
    return render(request, "portal/interns/work.html", {"pledge": pledge, "pieces": pieces})


def _pledge(request: HttpRequest, programme: Programme) -> HttpResponse:
    words = handbook.told(handbook.current(NoticeKind.INTERN_PLEDGE, programme))
    form = PledgeForm(posted(request), initial={"notice": words.notice.pk})
    if request.method == "POST" and form.is_valid():
        notice = get_object_or_404(Notice.objects.filter(programme=programme), pk=form.cleaned_data["notice"])
        try:
            actions.sign_pledge(
                programme=programme, notice=notice, signed_name=form.cleaned_data["signed_name"], by=request.user
            )
        except actions.NotNow as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Thank you. Your supervisor will tell you when your training is."))
        return redirect("portal:interns:work")
    context = {"form": form, "words": words}
    return render(request, "portal/interns/pledge.html", context, status=422 if form.errors else 200)


@require_GET
def piece(request: HttpRequest, pk: int) -> HttpResponse:
    return _show(request, _visible_or_404(request, pk))


@require_POST
def hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    row = _visible_or_404(request, pk)
    form = HandInForm(posted(request))
    if not form.is_valid():
        return _show(request, row, hand_in_form=form)
    actions.hand_in(piece_id=row.pk, by=request.user, **form.cleaned_data)
    messages.success(request, _("Handed in. Nobody else sees it before it is approved."))
    return redirect(row)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    row = _visible_or_404(request, pk)
    form = DecideForm(posted(request), piece=row)
    if not form.is_valid():
        return _show(request, row, decide_form=form)
    try:
        actions.decide(piece_id=row.pk, by=request.user, **form.cleaned_data)
    except actions.NotNow as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("They read it on their page."))
    return redirect("portal:interns:interns")


def _show(request: HttpRequest, row: WorkPiece, *, hand_in_form=None, decide_form=None) -> HttpResponse:
    writes, decides = can_hand_in(request.user, row), can_decide(request.user, row)
    context = {
        "piece": row,
        "hand_in_form": hand_in_form or (HandInForm(initial={"words": row.handed_in}) if writes else None),
        "decide_form": decide_form or (DecideForm(piece=row) if decides and row.is_undecided else None),
        "supervises": decides,
        "form": hand_in_form or decide_form,
    }
    is_wrong = hand_in_form or decide_form
    return render(request, "portal/interns/piece.html", context, status=422 if is_wrong else 200)


def _pieces(request: HttpRequest) -> list[WorkPiece]:
    return list(WorkPiece.objects.visible_to(request.viewer).select_related("intern", "supervisor"))


def _visible_or_404(request: HttpRequest, pk: int) -> WorkPiece:
    rows = WorkPiece.objects.visible_to(request.viewer).select_related("programme", "intern", "supervisor")
    return get_object_or_404(rows, pk=pk)


def _check_supervises(request: HttpRequest) -> None:
    if not request.user.may(Permission.COORDINATE):
        raise PermissionDenied
