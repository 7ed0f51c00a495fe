"""What staff may change about the office and its programmes."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.forms import KindForm, words_of

from .models import Office, Programme

SWITCHES = (
    "formal_in_parallel",
    "external_neutrals",
    "same_unit_excluded",
    "reply_hours",
    "target_days",
    "answer_days",
    "contact_attempts_cap",
    "booking_horizon_days",
    "idle_days",
    "idle_grace_days",
)
# Promises that the public was given: they are shown, and changed only together with the texts, by a release.
FIXED = (
    "hold_minors",
    "destroys_at_close",
    "retention_years",
    "keeps_final_agreement",
    "weighted_criteria",
    "notice_before_consent",
    "tracks_allegations",
    "cosigns_allegations",
    "staff_reach_out",
    "one_neutral_is_enough",
)

_SPAN = re.compile(r"^(?P<day>\D+?)\s+(?P<opens>\d\d:\d\d)\s*[-–]\s*(?P<closes>\d\d:\d\d)$")


class LinesField(forms.Field):
    """A list that is written one entry a line."""

    widget = forms.Textarea(attrs={"rows": 5})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(self.to_line, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list:
        return [self.from_line(line.strip()) for line in (value or "").splitlines() if line.strip()]

    def to_line(self, entry: Any) -> str:
        return str(entry)

    def from_line(self, line: str) -> Any:
        return line


class HoursField(LinesField):
    """Lines such as "Monday 09:00-17:00"."""

    def to_line(self, entry: dict) -> str:
        return f"{WEEKDAYS[entry['day']]} {entry['opens']}-{entry['closes']}"

    def from_line(self, line: str) -> dict:
        found = _SPAN.match(line)
        days = {str(name).lower(): number for number, name in WEEKDAYS.items()}
        if found is None or found["day"].lower() not in days:
            raise ValidationError(_("Write each line like this: Monday 09:00-17:00"))
        return {"day": days[found["day"].lower()], "opens": found["opens"], "closes": found["closes"]}


class PairsField(LinesField):
    """Lines of two parts with a bar between them, such as "Campus police | 617-555-0100"."""

    def __init__(self, *, first: str, second: str, example: str, **kwargs: Any) -> None:
        self.first, self.second, self.example = first, second, example
        super().__init__(**kwargs)

    def to_line(self, entry: dict) -> str:
        return f"{entry[self.first]} | {entry[self.second]}"

    def from_line(self, line: str) -> dict:
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 2 or not all(parts):
            raise ValidationError(_("Write each line like this: %(example)s") % {"example": self.example})
        return {self.first: parts[0], self.second: parts[1]}


class ContactsField(PairsField):
    """The same for telephone numbers; how it is dialled follows from how it is written."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(first="label", second="phone", example="Campus police | 617-555-0100", **kwargs)

    def from_line(self, line: str) -> dict:
        contact = super().from_line(line)
        return contact | {"tel": dialled(contact["phone"])}


def dialled(phone: str) -> str:
    """The digits of a number, with its plus: what stands after "tel:"."""
    return re.sub(r"(?!^\+)\D", "", phone.strip())


def _ask_the_row(form: KindForm, row: Office | Programme, values: dict[str, Any]) -> None:
    """The limits stand in the model; the form only says them beside the field."""
    try:
        row.clean_fields(exclude={field.name for field in row._meta.fields} - set(values))
    except ValidationError as problems:
        for name, errors in problems.error_dict.items():
            form.add_error(name, errors)


class OfficeForm(KindForm):
    """The facts about the office, one question each."""

    def __init__(self, *args: Any, office: Office | None = None, **kwargs: Any) -> None:
        if office is not None:
            kwargs.setdefault("initial", {name: getattr(office, name) for name in self.base_fields})
        super().__init__(*args, **kwargs)

    name = forms.CharField(max_length=120, **words_of(Office, "name"))
    institution = forms.CharField(max_length=120, **words_of(Office, "institution"))
    phone = forms.CharField(max_length=40, **words_of(Office, "phone"))
    email = forms.EmailField(**words_of(Office, "email"))
    address = forms.CharField(max_length=400, widget=forms.Textarea(attrs={"rows": 3}), **words_of(Office, "address"))
    weekly_hours = HoursField(
        label=gettext_lazy("Opening hours"), help_text=gettext_lazy("One line each, like this: Monday 09:00-17:00")
    )
    closed_days = LinesField(
        required=False,
        label=gettext_lazy("Days on which the office is closed"),
        help_text=gettext_lazy("One date a line, like this: 2026-12-25. The day of a promised answer skips them."),
    )
    after_hours = forms.CharField(
        max_length=400, widget=forms.Textarea(attrs={"rows": 3}), **words_of(Office, "after_hours")
    )
    emergency_numbers = ContactsField(
        label=gettext_lazy("Emergency numbers"),
        help_text=gettext_lazy("One line each, like this: Campus police | 617-555-0100. Shown on every page."),
    )
    independent_contact = ContactsField(
        label=gettext_lazy("Independent contact"),
        help_text=gettext_lazy("Shown when somebody asks that nobody who works here sees their request."),
    )
    units = PairsField(
        first="code",
        second="label",
        example="ENG | School of Engineering",
        required=False,
        label=gettext_lazy("Units of the institution"),
        help_text=gettext_lazy("One line each, like this: ENG | School of Engineering. Never change a code in use."),
    )
    exit_url = forms.URLField(assume_scheme="https", **words_of(Office, "exit_url"))
    mail_sender = forms.CharField(max_length=60, **words_of(Office, "mail_sender"))

    def clean(self) -> dict[str, Any]:
        """Let the row itself say what is wrong, beside the field it is about."""
        facts = super().clean() or {}
        _ask_the_row(self, Office(**facts), facts)
        return facts

    @property
    def facts(self) -> dict[str, Any]:
        return self.cleaned_data | {"phone_tel": dialled(self.cleaned_data["phone"])}


class ProgrammeForm(KindForm):
    """The switches that staff may set, in the words of the switches themselves."""

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {name: getattr(programme, name) for name in SWITCHES})
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        switches = super().clean() or {}
        _ask_the_row(self, Programme(**switches), switches)
        return switches

    @property
    def switches(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in SWITCHES}


ProgrammeForm.base_fields = forms.fields_for_model(Programme, fields=SWITCHES)
