from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.forms import ChannelForm
from portal.forms import CheckboxesWithHints, KindForm
from portal.intake.envelope import EnvelopeKey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .queries import Thing

YES, NO = "YES", "NO"


class OfferForm(KindForm):
    """Staff, before they ask: what lies outside this program is theirs to see to. Afterwards nobody here sees it."""

    outside = forms.BooleanField(
        label=_("If they say yes, I see to it that paper and mail about this are destroyed as well"),
        error_messages={"required": _("Afterwards nothing here says that there was anything. Please tick this first.")},
    )


class OfferAgainForm(OfferForm):
    asked_for = forms.BooleanField(
        label=_("They have asked for it themselves"),
        error_messages={"required": _("They said no. Please offer it again only when they ask for it.")},
    )


class MoveForm(KindForm):
    """The yes: that it was read, and what travels. Nothing is ticked beforehand."""

    things = forms.MultipleChoiceField(
        label=_("What may go along?"),
        required=False,
        help_text=_("Only what you tick. Everything else that we hold about you here is destroyed."),
        widget=CheckboxesWithHints,
    )
    read_kept = forms.BooleanField(
        label=_("I have read that a record of this will be kept"),
        error_messages={"required": _("Please read this, and tick the box to go on.")},
    )
    # Made when the page is shown: the same page sent twice moves once.
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, things: Sequence[Thing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self.fields["things"]
        offered.choices = [(one.code, one.title) for one in things]
        offered.widget.hints = {one.code: one.text for one in things}
        if not things:
            del self.fields["things"]

    def clean_token(self) -> EnvelopeKey:
        return EnvelopeKey.parse(self.cleaned_data["token"]) or EnvelopeKey.new()

    @property
    def chosen(self) -> list[str]:
        return self.cleaned_data.get("things", [])


class ForThemForm(MoveForm, ChannelForm):
    """Staff write down the answer of somebody to whom they have read the text aloud."""

    answer = forms.ChoiceField(
        label=_("What did they say?"),
        choices=[(YES, _("Yes, it moves over")), (NO, _("No, it stays here"))],
        widget=forms.RadioSelect,
    )
    read_kept = forms.BooleanField(
        label=_("I have read it aloud to them, and they have heard that a record will be kept"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["answer", "channel", "read_kept", "things"])
        if "things" in self.fields:
            self.fields["things"].help_text = _("Only what they name. Everything else about them here is destroyed.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") == YES and not cleaned.get("read_kept"):
            self.add_error("read_kept", _("A yes counts only after it was read to them. Please tick the box."))
        return cleaned
