"""The door of the programme in which records are kept: what is read first, and who writes (P15)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from ..statuses import Door
from .fields import LINE, Line
from .questions import QuestionForm


class ReportForm(KindForm):
    door = forms.ChoiceField(
        label=_("Who is writing?"),
        choices=[
            (Door.SELF, _("I write for myself")),
            (Door.PARTNER, _("I write for an office or a group, about somebody else")),
        ],
        widget=forms.RadioSelect,
    )
    read_kept = forms.BooleanField(
        label=_("I have read that a record of this will be kept"),
        error_messages={"required": _("Please read this, and tick the box to go on.")},
    )


class PartnerForm(QuestionForm):
    """Somebody who passes a matter on: from where, and whether the person knows."""

    sent_by = Line(
        label=_("Your name and your office"),
        required=True,
        max_length=LINE,
        error_messages={"required": _("Tell us who you are, so that we can ask back.")},
    )
    knows = forms.ChoiceField(
        label=_("Does the person you write about know, and agree?"),
        choices=[("YES", _("Yes, they know and agree")), ("NO", _("No, or I am not sure"))],
        help_text=_("If not, leave their name out. We tell you what we can do without it."),
        widget=forms.RadioSelect,
    )
