from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import STAFF_CHANNELS, Channel
from portal.forms import KindForm

YES, NO = "YES", "NO"


class PermissionForm(KindForm):
    """What a requester told staff."""

    answer = forms.ChoiceField(
        label=_("May theirs be treated as one with what somebody else wrote to us about the same thing?"),
        choices=[(YES, _("Yes, they allow it")), (NO, _("No"))],
        widget=forms.RadioSelect,
    )
    channel = forms.ChoiceField(
        label=_("How they told us"), choices=[choice for choice in Channel.choices if choice[0] in STAFF_CHANNELS]
    )


class OwnPermissionForm(KindForm):
    """The same question, to the requester."""

    answer = forms.ChoiceField(
        label=_("If somebody else writes to us about the same thing: may we treat both as one?"),
        choices=[(YES, _("Yes, if they say yes too")), (NO, _("No, keep mine apart"))],
        widget=forms.RadioSelect,
    )
