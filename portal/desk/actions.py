"""Keeping and dropping a view of the case list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record

from .models import SavedView

if TYPE_CHECKING:
    from portal.accounts.models import User

# As many as fit above the list in two lines.
MOST_VIEWS = 12


class ViewRefused(Exception):
    """The view was not kept; the message says why, in words for the screen."""


@transaction.atomic
def save_view(*, owner: User, filters: Mapping[str, str]) -> SavedView:
    """Keep these filters for this person; doing it twice keeps one.

    `filters` are codes that the list's form has cleaned, without the words of a search.
    """
    if not filters:
        raise ViewRefused(_("This shows every case. Choose a filter first, then keep it."))
    # One at a time for each person: two quick presses keep one view.
    get_user_model().objects.select_for_update().get(pk=owner.pk)
    views = list(SavedView.objects.filter(owner=owner))
    if same := next((view for view in views if view.filters == filters), None):
        return same
    if len(views) >= MOST_VIEWS:
        raise ViewRefused(_("You have as many views as fit here. Remove one first."))
    view = SavedView.objects.create(owner=owner, filters=dict(filters))
    record(AuditEvent.VIEW_SAVED, actor=owner, subject=view)
    return view


@transaction.atomic
def remove_view(*, view_id: int, owner: User) -> None:
    """Drop a view; doing it twice changes nothing more."""
    for view in SavedView.objects.select_for_update().filter(pk=view_id, owner=owner):
        record(AuditEvent.VIEW_REMOVED, actor=owner, subject=view)
        view.delete()
