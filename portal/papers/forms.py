from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.forms.people import ChannelForm
from portal.forms import KindForm

from .statuses import DeliveryResult, DeliveryWay


class OwnWordsForm(KindForm):
    """The versions of the sheet that were on the page come back with the words."""

    shown = forms.CharField(widget=forms.HiddenInput, max_length=20)
    words = forms.CharField(
        label=_("In your own words: what happens if you say no, and what is kept?"),
        help_text=_("There is no wrong answer. If something is not clear, write that, and we talk about it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Please write a few words. “I am not sure” is fine too.")},
    )


class HeardWordsForm(ChannelForm):
    """The same, written down by staff who talked with the person."""

    words = forms.CharField(
        label=_("What did they say in their own words?"),
        help_text=_("What happens if they say no, and what is kept. Write it down as they said it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write down what they said.")},
    )


class NoticeForm(KindForm):
    facilitator = forms.CharField(
        label=_("Who will lead it?"),
        max_length=200,
        help_text=_("A name. People read how they may ask for somebody else."),
        error_messages={"required": _("Name who will lead it.")},
    )
    timeline = forms.CharField(
        label=_("What happens when?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: please answer within ten days; a first meeting follows within two weeks."),
        error_messages={"required": _("Say what happens when.")},
    )
    measures = forms.CharField(
        label=_("Supportive measures that are in place or offered"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Left empty, the notice says that people may ask for them at any time."),
    )


class DeliveryForm(KindForm):
    way = forms.ChoiceField(
        label=_("How?"),
        choices=[(one, one.label) for one in (DeliveryWay.IN_PERSON, DeliveryWay.LETTER, DeliveryWay.MAIL)],
        widget=forms.RadioSelect,
    )
    result = forms.ChoiceField(
        label=_("What came of it?"),
        choices=[(one, one.label) for one in (DeliveryResult.HANDED_OVER, DeliveryResult.SENT, DeliveryResult.BOUNCED)],
        widget=forms.RadioSelect,
    )
