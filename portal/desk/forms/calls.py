from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import Channel
from portal.forms import KindForm


class ToldForm(KindForm):
    """How staff told somebody that there is news."""

    channel = forms.ChoiceField(
        label=_("How?"),
        choices=[
            (Channel.PHONE, _("By phone")),
            (Channel.IN_PERSON, _("In person")),
            (Channel.PAPER, _("By letter")),
        ],
    )
