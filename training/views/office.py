"""What the office's screens have in common: who they exist for, and how a refusal is told."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from training import actions, policies, queries
from training.models import Learner, Offering


def must_manage(request: HttpRequest) -> None:
    """Whoever does not run courses does not learn that these pages exist."""
    if not policies.can_manage_training(request.user):
        raise Http404


def offering_or_404(request: HttpRequest, pk: int) -> Offering:
    must_manage(request)
    return get_object_or_404(queries.offerings_for(request.viewer), pk=pk)


def learner_or_404(request: HttpRequest, pk: UUID) -> Learner:
    must_manage(request)
    return get_object_or_404(queries.learners_for(request.viewer), pk=pk)


def tried(request: HttpRequest, action: Callable, said: str, **arguments: object) -> bool:
    """Take a step, and say how it went. Whether it was taken."""
    try:
        action(by=request.user, **arguments)
    except actions.Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, said)
        return True
    return False


def say(form, refusal: ValidationError) -> None:
    """A refusal beside its question when the form asks it, else at the top."""
    by_field = refusal.message_dict if hasattr(refusal, "error_dict") else {None: refusal.messages}
    for field, words in by_field.items():
        for one in words:
            form.add_error(field if field in form.fields else None, one)


def number_in(text: str | None, *, otherwise: int = 0) -> int:
    """A number from an address; whatever else stands there is as good as nothing."""
    return int(text) if text and text.isdigit() and len(text) <= 9 else otherwise


def uuid_in(text: str | None) -> UUID | None:
    """An id that somebody sent; None when it is none."""
    try:
        return UUID(text or "")
    except ValueError:
        return None
