"""Forms about a circle: how it is to be, the talk with one person, groups without names, what the group writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.cases.forms import ChannelForm
from portal.cases.statuses import INDIRECT_FORMS, CircleForm, OutreachOrder, ParticipantRole
from portal.forms import CheckboxesWithHints, DateField, KindForm

from .checklist import items_for
from .statuses import Held

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.cases.models import Participant

FORM_HINTS = {form: _("You do not meet each other.") for form in INDIRECT_FORMS}


def _long(label: Any, **facts: Any) -> forms.CharField:
    facts = {"required": False, "max_length": 4000} | facts
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 4}), **facts)


class CircleSheetForm(KindForm):
    """How the circle is to be."""

    order = forms.ChoiceField(label=_("Who is asked first?"), choices=OutreachOrder.choices, widget=forms.RadioSelect)
    community_is_harmed = forms.BooleanField(
        label=_("A community was harmed"),
        required=False,
        help_text=_("Then somebody who speaks for it can stand where a person would."),
    )
    nobody_is_known = forms.BooleanField(
        label=_("Nobody is known who caused it"),
        required=False,
        help_text=_("The circle is then about what people need and what can be done."),
    )
    form = forms.ChoiceField(
        label=_("How do people meet?"),
        choices=[("", _("Not chosen yet")), *CircleForm.choices],
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Everyone has to say yes to it in the talk before the circle."),
    )
    safety = _long(
        _("Safety plan"),
        help_text=_("Arriving and leaving, seats, breaks, who is called. Facilitators read it; participants do not."),
    )


class WishesForm(KindForm):
    """How somebody would meet, and what would make it safe for them."""

    forms = forms.MultipleChoiceField(
        label=_("Which ways to meet are fine with you?"),
        choices=CircleForm.choices,
        required=False,
        widget=CheckboxesWithHints(hints=FORM_HINTS),
        help_text=_("Choose as many as you like. Nobody has to sit in one room with anybody."),
    )
    wishes = _long(_("What else do you wish for?"), help_text=_("Seats, who speaks first, subjects that are left out."))
    safety = _long(_("What would make it safe for you?"))


class PreparationForm(WishesForm):
    """The talk with one person, written down by whoever had it."""

    met_on = DateField(label=_("Which day did you talk?"), required=False)
    gone_through = forms.MultipleChoiceField(
        label=_("What did you go through?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ("met_on", "gone_through", "forms", "wishes", "safety")

    def __init__(self, *args: Any, person: Participant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["gone_through"].choices = [(item.code, item.words) for item in items_for(person)]
        fields["forms"].label = _("Which ways to meet are fine with them?")
        fields["forms"].help_text = _("Only those that they said yes to themselves.")
        fields["wishes"].label, fields["safety"].label = _("What they wish for"), _("What would make it safe for them")
        if not person.is_party:
            del fields["forms"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("gone_through") and not given.get("met_on") and "met_on" not in self.errors:
            self.add_error("met_on", _("Give the day of the talk."))
        return given


class RolesForm(KindForm):
    """In which role somebody takes part, and whether in a second one as well."""

    BOTH = "BOTH"
    role = forms.ChoiceField(
        label=_("In which role do they take part?"),
        widget=forms.RadioSelect,
        choices=[
            (ParticipantRole.HARMED, _("They were harmed")),
            (ParticipantRole.CAUSED_HARM, _("They caused harm")),
            (BOTH, _("Both: they caused harm and were harmed")),
            (ParticipantRole.COMMUNITY_REPRESENTATIVE, _("They speak for the community")),
        ],
    )

    @property
    def roles(self) -> dict[str, Any]:
        role = self.cleaned_data["role"]
        if role == self.BOTH:
            return {"role": ParticipantRole.CAUSED_HARM, "second": ParticipantRole.HARMED}
        return {"role": ParticipantRole(role), "second": None}


class PauseForm(ChannelForm):
    what = forms.ChoiceField(
        label=_("What did they say?"),
        choices=[("PAUSE", _("Pause everything")), ("STOP", _("Stop the circle that is running now"))],
        widget=forms.RadioSelect,
    )


class GroupForm(KindForm):
    """A whole group: what it is called and how many it is, and no name."""

    label = forms.CharField(
        label=_("What is the group called?"),
        max_length=200,
        help_text=_("Such as “the third floor”. No list of names."),
    )
    invited = forms.IntegerField(
        label=_("How many people?"),
        min_value=1,
        max_value=100_000,
        error_messages={
            "invalid": _("Give a whole number, such as 120."),
            "min_value": _("A group has at least one person."),
        },
    )
    facilitator = forms.ChoiceField(label=_("Who leads its own circle?"), required=False)

    def __init__(self, *args: Any, conducting: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in conducting}
        field: Any = self.fields["facilitator"]
        field.choices = [
            ("", _("It stays in the large circle")),
            *((k, v.get_full_name()) for k, v in self.people.items()),
        ]

    def clean_facilitator(self) -> User | None:
        return self.people.get(self.cleaned_data["facilitator"])


class CountForm(KindForm):
    """At the door: so many are here, so many have said yes."""

    here = forms.IntegerField(
        label=_("How many of them are here?"),
        min_value=0,
        max_value=100_000,
        error_messages={"invalid": _("Give a whole number, such as 120.")},
    )
    agreed = forms.IntegerField(
        label=_("How many of these have said yes?"),
        min_value=0,
        max_value=100_000,
        help_text=_(
            "Read the words on the sheet aloud first. A raised hand or a slip of paper without a name is enough."
        ),
        error_messages={"invalid": _("Give a whole number, such as 120.")},
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        here, agreed = given.get("here"), given.get("agreed")
        if here is not None and agreed is not None and agreed > here:
            self.add_error("agreed", ValidationError(_("No more people can say yes than are here.")))
        return given


class HarmForm(KindForm):
    """One line that the group writes together."""

    harm = _long(_("What was harmed?"), required=True, max_length=2000, help_text=_("In the words of the group."))
    need = _long(_("What does that need?"), max_length=2000)
    obligation = _long(_("What does somebody owe for it?"), max_length=2000)
    owed_by = forms.ChoiceField(label=_("Who?"), required=False)

    def __init__(self, *args: Any, people: Sequence[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["owed_by"]
        field.choices = [("", _("Not said yet")), *((str(one.pk), one.display_name) for one in people)]


def _held(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=Held.choices, widget=forms.RadioSelect)


class DebriefForm(KindForm):
    """How it was led. There is no room for what was said."""

    everyone_heard = _held(_("Could everyone speak who wanted to?"))
    pace_held = _held(_("Was the time enough, with its breaks?"))
    safety_held = _held(_("Did the safety plan hold?"))
    pair_worked = _held(_("Did you work well together as facilitators?"))
    next_time = _long(
        _("What would you do otherwise next time?"),
        max_length=500,
        help_text=_("About leading it only: no names, and nothing of what was said. It is destroyed with the case."),
    )
    wants_talk = forms.BooleanField(
        label=_("I would like to talk it over with the office"),
        required=False,
        help_text=_("Whoever coordinates the case reads this."),
    )
