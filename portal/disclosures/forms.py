"""What may be told to whom: the same questions whether people answer themselves or staff write it down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.forms import ChannelForm
from portal.cases.statuses import Channel
from portal.forms import DateField, KindForm

from .statuses import BY_HAND, Answer, Basis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .subjects import Subject


def _words(label: Any, **facts: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), **facts)


class PermissionForm(KindForm):
    """The fields that a written consent needs (R14)."""

    recipient = forms.CharField(
        label=_("Who may be told?"), max_length=200, help_text=_("A person or an office, as exactly as you can.")
    )
    what = _words(_("What may be told?"), help_text=_("Only this. Everything else stays with the office."))
    purpose = _words(_("What for?"))
    until = DateField(label=_("Until which day?"), help_text=_("At most a year. It can be taken back at any time."))


class OwnPermissionForm(PermissionForm):
    typed_name = forms.CharField(label=_("Type your name to sign"), max_length=120)
    agreed = forms.BooleanField(
        label=_("I give this permission, and I agree to sign it on this screen"),
        error_messages={"required": _("Tick this to give the permission. You can also call us, or sign on paper.")},
    )


class PermissionForThemForm(PermissionForm, ChannelForm):
    """Staff write down a permission that somebody gave by phone, in person or on paper."""

    whose = forms.ChoiceField(label=_("Who gives the permission?"), widget=forms.RadioSelect)
    signed_on = DateField(
        label=_("Which day stands on the paper?"),
        required=False,
        help_text=_("Only for a signed paper. What was only said counts, but nobody has signed it."),
    )

    def __init__(self, *args: Any, people: Sequence[Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, people)
        self.order_fields(["whose", "recipient", "what", "purpose", "until", "channel", "signed_on"])

    def clean_whose(self) -> Subject:
        return self.people[self.cleaned_data["whose"]]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("channel") == Channel.PAPER and not given.get("signed_on") and "signed_on" not in self.errors:
            self.add_error("signed_on", _("Enter the day on which the paper was signed."))
        return given


class ShareForm(KindForm):
    """What was told under a permission."""

    what = _words(_("What did you tell them?"), help_text=_("A line is enough. It goes into the register."))
    happened_on = DateField(label=_("Which day was it?"))


class DisclosureForm(KindForm):
    """Somebody asked for a record by another right than a permission."""

    whose = forms.ChoiceField(label=_("Whose record?"), widget=forms.RadioSelect)
    basis = forms.ChoiceField(
        label=_("By what right?"), choices=[(one.value, one.label) for one in BY_HAND], widget=forms.RadioSelect
    )
    answer = forms.ChoiceField(label=_("What did we do?"), choices=Answer.choices, widget=forms.RadioSelect)
    recipient = forms.CharField(label=_("Who asked?"), max_length=200)
    interest = _words(_("What do they need it for?"), help_text=_("Their legitimate interest, in their words."))
    what = _words(_("What was asked for, and what was told?"))
    happened_on = DateField(label=_("Which day was it?"))
    person_told_on = DateField(
        label=_("When did you tell the person?"),
        required=False,
        help_text=_("For a subpoena or an order: before anything is handed over."),
    )

    def __init__(self, *args: Any, people: Sequence[Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, people)

    def clean_whose(self) -> Subject:
        return self.people[self.cleaned_data["whose"]]

    def clean_basis(self) -> Basis:
        return Basis(self.cleaned_data["basis"])

    def clean_answer(self) -> Answer:
        return Answer(self.cleaned_data["answer"])


def _offer(form: Any, people: Sequence[Subject]) -> None:
    form.people = {one.key: one for one in people}
    form.fields["whose"].choices = [(key, one.name) for key, one in form.people.items()]
