"""Narrowing the queue of requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm
from portal.intake.statuses import AsksFor

from ..queries.requests import DECIDED, ENDED, MINE, NOBODY

if TYPE_CHECKING:
    from portal.accounts.models import User


class QueueForm(KindForm):
    search = forms.CharField(
        label=_("Search"), required=False, max_length=100, widget=forms.TextInput({"type": "search"})
    )
    asks_for = forms.ChoiceField(label=_("Asks for"), required=False, choices=[("", _("Anything")), *AsksFor.choices])
    assigned = forms.ChoiceField(label=_("With"), required=False)
    status = forms.ChoiceField(
        label=_("Which"),
        required=False,
        choices=[("", _("Waiting for us")), (DECIDED, _("Became a case")), (ENDED, _("Ended, to be closed"))],
    )

    def __init__(self, *args: Any, team: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(person.pk), person.get_full_name()) for person in team]
        self.fields["assigned"].choices = [("", _("Anyone")), (MINE, _("Me")), (NOBODY, _("Nobody yet")), *people]
