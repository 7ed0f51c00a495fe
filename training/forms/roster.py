"""What the office types about people, attendance, trainers and rooms."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.forms import DateField, KindForm, words_of
from portal.scheduling.models import Room
from training.levels import Level
from training.models import Certification, Course, Learner
from training.statuses import Category, CreditKind, Standing

from .fields import long_text

# What the office writes down by itself; sessions that were observed have a form of their own.
ELSEWHERE = (CreditKind.HOURS, CreditKind.MODULE, CreditKind.REFERENCE)


class PeopleFilter(forms.Form):
    """What the list is narrowed to; it stands in the address."""

    level = forms.ChoiceField(label=gettext_lazy("Level"), required=False)
    standing = forms.ChoiceField(label=gettext_lazy("Status"), required=False)
    within = forms.TypedChoiceField(
        label=gettext_lazy("Certification ends"), required=False, coerce=int, empty_value=None
    )
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [("", _("Any")), *Level.choices]
        self.fields["standing"].choices = [("", _("Any")), *Standing.choices]
        ends = [(days, _("within %(days)d days") % {"days": days}) for days in (30, 90, 180)]
        self.fields["within"].choices = [("", _("Any time")), *ends]
        self.fields["unit"].choices = [("", _("Any")), *units]

    @property
    def chosen(self) -> dict[str, Any]:
        """What is not on a list narrows nothing: a filter in an address may be out of date."""
        self.is_valid()
        return {
            name: self.cleaned_data.get(name) or None if name == "within" else self.cleaned_data.get(name, "")
            for name in self.fields
        }


class FindForm(KindForm):
    address = forms.EmailField(
        label=gettext_lazy("Their e-mail address"),
        help_text=gettext_lazy("In any spelling: capitals, and what follows a plus sign, do not matter."),
        max_length=200,
    )


class LearnerForm(KindForm):
    name = forms.CharField(
        label=gettext_lazy("Name"), help_text=gettext_lazy("As it stands on certificates."), max_length=120
    )
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)

    def __init__(self, *args: Any, learner: Learner, units: list[tuple[str, str]], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"name": learner.name, "unit": learner.unit})
        super().__init__(*args, **kwargs)
        gone = [(learner.unit, learner.unit)] if learner.unit and learner.unit not in dict(units) else []
        self.fields["unit"].choices = [("", _("Not known")), *units, *gone]


class AccountForm(KindForm):
    """Under which name somebody signs in. The last word is taken for the last name, until they say otherwise."""

    first_name = forms.CharField(label=gettext_lazy("First name"), max_length=80)
    last_name = forms.CharField(label=gettext_lazy("Last name"), max_length=80)

    def __init__(self, *args: Any, learner: Learner, **kwargs: Any) -> None:
        first, _space, last = learner.name.strip().rpartition(" ")
        kwargs.setdefault("initial", {"first_name": first, "last_name": last})
        super().__init__(*args, **kwargs)


class CreditForm(KindForm):
    """Something that counts and came from no course here."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What counts"),
        choices=[(one.value, one.label) for one in ELSEWHERE],
        widget=forms.RadioSelect,
    )
    amount = forms.DecimalField(
        min_value=0.25,
        max_value=400,
        decimal_places=2,
        label=gettext_lazy("How much"),
        help_text=gettext_lazy("Hours in quarters, for example 2.75; else how many times."),
    )
    category = forms.ChoiceField(required=False, label=gettext_lazy("Hours of this kind"))
    course = forms.ModelChoiceField(
        queryset=Course.objects.none(), required=False, label=gettext_lazy("Course"), empty_label=gettext_lazy("None")
    )
    earned_on = DateField(label=gettext_lazy("On"))
    note = forms.CharField(
        max_length=500, required=False, label=gettext_lazy("Where, and how we know"), widget=long_text()
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = [("", _("Any")), *Category.choices]
        self.fields["course"].queryset = Course.objects.all()

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        amount, kind = facts.get("amount"), facts.get("kind")
        if amount is None or not kind:
            return facts
        units = amount * 4 if kind == CreditKind.HOURS else amount
        if units != int(units):
            self.add_error("amount", _("Please give whole quarter hours, or a whole number."))
        if kind == CreditKind.MODULE and not facts.get("course"):
            self.add_error("course", _("Which course was it?"))
        facts["amount"] = int(units)
        if kind != CreditKind.HOURS:
            facts["category"] = ""
        if kind == CreditKind.REFERENCE:
            facts["course"] = None
        return facts


class GrantForm(KindForm):
    trained_by = forms.ModelChoiceField(
        queryset=Certification.objects.none(),
        required=False,
        label=gettext_lazy("Trained by"),
        empty_label=gettext_lazy("Nobody of ours, or not known"),
    )

    def __init__(self, *args: Any, trainers: list[Certification], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["trained_by"]
        field.queryset = Certification.objects.filter(pk__in=[one.pk for one in trainers]).select_related("learner")
        field.label_from_instance = lambda one: one.learner.name


class RevokeForm(KindForm):
    reason = forms.CharField(
        max_length=300,
        label=words_of(Certification, "revoked_reason")["label"],
        help_text=gettext_lazy("Kept with the certification. Please name nobody else, and nothing of a case."),
    )


class TrainerForm(KindForm):
    trainer = forms.ModelChoiceField(
        queryset=None, label=gettext_lazy("Who teaches"), empty_label=gettext_lazy("Choose somebody")
    )
    leads = forms.BooleanField(required=False, label=gettext_lazy("Leads the course"))

    def __init__(self, *args: Any, people: Any, loads: dict[UUID, float], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trainer"].queryset = people
        self.fields["trainer"].label_from_instance = lambda one: (
            _("%(name)s, %(hours)g hours in 90 days")
            % {
                "name": one.get_full_name(),
                "hours": loads.get(one.pk, 0),
            }
        )


class RoomForm(KindForm):
    room = forms.ModelChoiceField(
        queryset=Room.objects.none(),
        required=False,
        label=gettext_lazy("Room"),
        empty_label=gettext_lazy("None of ours"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = Room.objects.filter(is_active=True)


def quarters_in(posted: Any, ids: list[UUID]) -> tuple[dict[UUID, int], list[UUID]]:
    """What was typed into a list of hours: quarter hours by enrolment, and the lines that are no quarter hours."""
    good: dict[UUID, int] = {}
    wrong: list[UUID] = []
    for pk in ids:
        typed = str(posted.get(f"hours-{pk}", "")).strip().replace(",", ".")
        try:
            good[pk] = quarters_of(typed)
        except ValidationError:
            wrong.append(pk)
    return good, wrong


def quarters_of(typed: str) -> int:
    """2.75 is eleven. Nothing is nothing."""
    try:
        quarters = float(typed or 0) * 4
    except ValueError as error:
        raise ValidationError(_("Please give hours in quarters, for example 2.75.")) from error
    if quarters != quarters or quarters < 0 or quarters > 64 or quarters != int(quarters):
        raise ValidationError(_("Please give hours in quarters, for example 2.75."))
    return int(quarters)
