"""Forms about the work on a case: tasks, talks, people outside, the dynamics sheet. For staff only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import DateField, KindForm

from .people import ChannelForm

if TYPE_CHECKING:
    from portal.accounts.models import User

    from ..models import Participant


def _long(label: Any, **facts: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 5}), **facts
    )


class TaskForm(KindForm):
    """Something to do for a case, by whom, until when."""

    words = forms.CharField(label=_("What is to be done"), max_length=300)
    person = forms.ChoiceField(label=_("Who does it"))
    due_on = DateField(label=_("Until"), help_text=_("They are reminded by mail on that day, in neutral words."))

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.fields["person"].choices = [
            ("", _("Choose")),
            *((pk, one.get_full_name()) for pk, one in self.people.items()),
        ]

    def clean_person(self) -> User:
        return self.people[self.cleaned_data["person"]]


class MeetingForm(ChannelForm):
    """A talk with one person, in its four parts (C9)."""

    held_on = DateField(label=_("Which day was it?"))
    information = _long(_("What you told them"), help_text=_("What the office does, what is kept, who sees what."))
    questions = _long(_("What they asked"))
    expectations = _long(_("What they hope for and expect"))
    options = _long(_("Ways that are open to them"), help_text=_("Also those outside this office."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channel"].label = _("How did you talk?")
        self.order_fields(["held_on", "channel", "information", "questions", "expectations", "options"])


class CollateralForm(ChannelForm):
    """Somebody outside whom a participant allows us to ask (M58)."""

    number = forms.ChoiceField(label=_("Who allows it?"), widget=forms.RadioSelect)
    name = forms.CharField(label=_("Whom may we ask?"), max_length=120)
    reach = forms.CharField(label=_("How are they reached?"), max_length=200, required=False)
    ask_about = forms.CharField(
        label=_("What may we ask about?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only this. Whoever is asked learns that there is a conflict."),
    )
    allowed = forms.BooleanField(
        label=_("They know that this person will learn of the conflict, and say yes"),
        error_messages={"required": _("Without their permission nobody outside is asked.")},
    )

    def __init__(self, *args: Any, people: Sequence[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.number): one for one in people}
        self.fields["number"].choices = [(number, one.display_name) for number, one in self.people.items()]
        self.order_fields(["number", "name", "reach", "ask_about", "allowed", "channel"])

    def clean_number(self) -> Participant:
        return self.people[self.cleaned_data["number"]]


class LearnedForm(KindForm):
    talked_on = DateField(label=_("When did you talk?"))
    learned = forms.CharField(label=_("What did they say?"), max_length=8000, widget=forms.Textarea(attrs={"rows": 6}))


class DynamicsForm(KindForm):
    """The dynamics sheet (C10)."""

    power = _long(_("Power"), help_text=_("Role, pay, seniority, numbers, immigration, housing: who depends on whom?"))
    relationship = _long(_("Relationship"), help_text=_("How they know each other, and whether they go on meeting."))
    history = _long(_("History"), help_text=_("What came before, and what was tried."))
    safety = _long(_("Safety"), help_text=_("What would make it safe for each of them to take part."))
    edition = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
