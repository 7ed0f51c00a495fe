from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.forms import ChannelForm
from portal.forms import DateField, KindForm

from .statuses import STAFF_KNOW_BY, Decision, KnownBy, OrderAnswer, OrderKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.disclosures.subjects import Subject
    from portal.programmes.models import Programme


def _words(label: Any, *, rows: int = 3, longest: int = 2000, **facts: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, widget=forms.Textarea(attrs={"rows": rows}), **facts)


class OwnAccessForm(KindForm):
    wish = _words(
        _("Is there something you look for?"),
        required=False,
        help_text=_("If you leave this empty, you get everything we keep about you."),
    )


class WhoseForm(ChannelForm):
    """Staff write down what somebody of a request or a case told them about their own record."""

    whose = forms.ChoiceField(label=_("Who asks?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: Sequence[Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.key: one for one in people}
        self.fields["whose"].choices = [(key, one.name) for key, one in self.people.items()]

    def clean_whose(self) -> Subject:
        return self.people[self.cleaned_data["whose"]]


class AccessForm(OwnAccessForm, WhoseForm):
    known_by = forms.ChoiceField(
        label=_("How do you know that it is them?"),
        choices=[(one.value, one.label) for one in KnownBy if one in STAFF_KNOW_BY],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, people: Sequence[Subject], **kwargs: Any) -> None:
        super().__init__(*args, people=people, **kwargs)
        self.order_fields(["whose", "channel", "known_by", "wish"])

    def clean_known_by(self) -> KnownBy:
        return KnownBy(self.cleaned_data["known_by"])


class ItemForm(KindForm):
    body = _words(_("What they will read"), rows=8, longest=20000)
    is_included = forms.BooleanField(label=_("It is part of what they get"), required=False)


class ApproveForm(KindForm):
    drafted_at = forms.CharField(widget=forms.HiddenInput, max_length=40)
    read = forms.BooleanField(
        label=_("I have read every piece, and nobody else can be known from it"),
        error_messages={"required": _("Read the draft to its end, then tick this.")},
    )


class ChangeForm(KindForm):
    """What somebody finds wrong in their record."""

    about = _words(_("What is wrong?"), help_text=_("The words, or where they stand."))
    wanted = _words(_("What should it say instead?"))


class StaffChangeForm(ChangeForm, WhoseForm):
    """The same, told to staff."""

    def __init__(self, *args: Any, people: Sequence[Subject], **kwargs: Any) -> None:
        super().__init__(*args, people=people, **kwargs)
        self.order_fields(["whose", "about", "wanted", "channel"])


class DecideForm(KindForm):
    decision = forms.ChoiceField(label=_("What do you decide?"), choices=Decision.choices, widget=forms.RadioSelect)
    reason = _words(_("Why?"), help_text=_("They read this on their page."))


class StatementForm(KindForm):
    statement = _words(_("Your own words"), rows=5, help_text=_("They stay with the record and go out with it."))


class StaffStatementForm(StatementForm, ChannelForm):
    """The same, told to staff or handed in."""


class DirectiveForm(KindForm):
    kind = forms.ChoiceField(label=_("What came in?"), choices=OrderKind.choices, widget=forms.RadioSelect)
    sender = _words(_("Who sent it?"), longest=400, help_text=_("Name and address, as they go onto our letter."))
    names = _words(_("Whom does it name?"), help_text=_("One name a line. We look whether they are in a case."))
    asks = _words(_("What does it ask for?"))
    answer_by = DateField(label=_("Until when must it be answered?"))
    programme = forms.ChoiceField(label=_("Which programme did it reach?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, programmes: Sequence[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programmes = {str(one.pk): one for one in programmes}
        self.fields["programme"].choices = [(pk, one.name) for pk, one in self.programmes.items()]
        self.fields["programme"].initial = next(iter(self.programmes), None)

    def clean_programme(self) -> Programme:
        return self.programmes[self.cleaned_data["programme"]]

    def clean_kind(self) -> OrderKind:
        return OrderKind(self.cleaned_data["kind"])


class AnswerForm(KindForm):
    answer = forms.ChoiceField(label=_("What became of it?"), choices=OrderAnswer.choices, widget=forms.RadioSelect)
