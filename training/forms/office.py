"""What the office types."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.forms import DateField, KindForm, words_of
from portal.programmes.hours import office_zone
from portal.scheduling.models import Room
from training.levels import Level
from training.models import Course, Offering
from training.statuses import Admission, Category, GroupRequestStatus

from .fields import long_text


class CourseForm(KindForm):
    title = forms.CharField(max_length=120, **words_of(Course, "title"))
    code = forms.SlugField(max_length=40, **words_of(Course, "code"))
    level = forms.ChoiceField(required=False, **words_of(Course, "level"))
    category = forms.ChoiceField(choices=Category.choices, **words_of(Course, "category"))
    hours = forms.IntegerField(min_value=1, max_value=400, **words_of(Course, "hours"))
    needs_level = forms.ChoiceField(required=False, **words_of(Course, "needs_level"))
    needs_courses = forms.ModelMultipleChoiceField(
        queryset=Course.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        **words_of(Course, "needs_courses"),
    )
    published = forms.BooleanField(required=False, **words_of(Course, "published"))

    def __init__(self, *args: Any, course: Course, **kwargs: Any) -> None:
        if course.pk:
            names = [name for name in self.base_fields if name != "needs_courses"]
            initial = {name: getattr(course, name) for name in names}
            kwargs.setdefault("initial", initial | {"needs_courses": course.needs_courses.all()})
        super().__init__(*args, **kwargs)
        self.course = course
        for name in ("level", "needs_level"):
            self.fields[name].choices = [("", _("None")), *Level.choices]
        self.fields["needs_courses"].queryset = Course.objects.exclude(pk=course.pk)

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if Course.objects.filter(code=code).exclude(pk=self.course.pk).exists():
            raise ValidationError(_("Another course has this code."))
        return code

    @property
    def changed_course(self) -> Course:
        for name, value in self.cleaned_data.items():
            if name != "needs_courses":
                setattr(self.course, name, value)
        return self.course


class OfferingForm(KindForm):
    """New dates: one meeting a line, so that eight evenings are as quick as one weekend."""

    places = forms.IntegerField(min_value=1, max_value=500, initial=16, **words_of(Offering, "places"))
    admission = forms.ChoiceField(
        choices=Admission.choices, initial=Admission.OPEN, widget=forms.RadioSelect, **words_of(Offering, "admission")
    )
    meetings = forms.CharField(
        label=gettext_lazy("Meetings"),
        help_text=gettext_lazy("One a line: day, from, until. For example: 2027-02-06 09:00 17:00"),
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
    )
    room = forms.ModelChoiceField(
        queryset=Room.objects.none(),
        required=False,
        label=gettext_lazy("Room"),
        empty_label=gettext_lazy("None of ours"),
    )
    place = forms.CharField(max_length=200, required=False, **words_of(Offering, "place"))
    opens_on = DateField(label=gettext_lazy("Enrolment opens on"))
    closes_on = DateField(
        label=gettext_lazy("Last day to enrol"),
        help_text=gettext_lazy("The waiting list moves on after it, until the first meeting begins."),
    )
    offer_hours = forms.IntegerField(min_value=1, max_value=336, initial=48, **words_of(Offering, "offer_hours"))
    is_public = forms.BooleanField(required=False, initial=True, **words_of(Offering, "is_public"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = Room.objects.filter(is_active=True)

    def clean_meetings(self) -> list[tuple[datetime, datetime]]:
        lines = [line for line in self.cleaned_data["meetings"].splitlines() if line.strip()]
        if len(lines) > 60:
            raise ValidationError(_("Please give at most sixty meetings."))
        return [_span(number, line) for number, line in enumerate(lines, 1)]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        opens, closes, meetings = facts.get("opens_on"), facts.get("closes_on"), facts.get("meetings")
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("Enrolment closes after it opens."))
        if closes and meetings and closes > max(meetings)[0].date():
            self.add_error("closes_on", _("Enrolment closes before the last meeting begins."))
        return facts

    @property
    def facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        same = ("places", "admission", "room", "place", "offer_hours", "is_public", "meetings")
        last_day = data["closes_on"] + timedelta(days=1)
        first_meeting = min(data["meetings"])[0]
        closes_at = min(_midnight(last_day), max(first_meeting, _midnight(data["closes_on"]) + timedelta(hours=1)))
        return {name: data[name] for name in same} | {"opens_at": _midnight(data["opens_on"]), "closes_at": closes_at}


class PlacesForm(KindForm):
    places = forms.IntegerField(
        min_value=1,
        max_value=500,
        label=gettext_lazy("Places"),
        help_text=gettext_lazy("Fewer places drop nobody: no new place is given until enough people have left."),
    )


class TurnDownForm(KindForm):
    reason = forms.CharField(
        max_length=500,
        label=gettext_lazy("What should the person know?"),
        help_text=gettext_lazy("They read this on their page. Say what would help next time."),
        widget=long_text(),
    )


class GroupStepForm(KindForm):
    status = forms.ChoiceField(label=gettext_lazy("Next step"))
    offering = forms.ModelChoiceField(
        queryset=Offering.objects.none(),
        required=False,
        label=gettext_lazy("Dates for this group"),
        empty_label=gettext_lazy("None yet"),
    )

    def __init__(self, *args: Any, steps: list[str], offerings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [(one, GroupRequestStatus(one).label) for one in steps]
        self.fields["offering"].queryset = offerings


class EvaluationForm(KindForm):
    answers = forms.IntegerField(min_value=1, max_value=500, label=gettext_lazy("How many people answered?"))
    score = forms.DecimalField(
        min_value=1, max_value=5, decimal_places=1, label=gettext_lazy("Their mean, from 1 to 5")
    )

    @property
    def tenths(self) -> int:
        return int(self.cleaned_data["score"] * 10)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), office_zone())


def _span(number: int, line: str) -> tuple[datetime, datetime]:
    """A meeting from one line, in the office's time zone."""
    try:
        day_text, from_text, until_text = line.split()
        day = date.fromisoformat(day_text)
        span = tuple(datetime.combine(day, time.fromisoformat(text), office_zone()) for text in (from_text, until_text))
    except ValueError as error:
        told = _("Line %(number)d is not a meeting. Write it like this: 2027-02-06 09:00 17:00")
        raise ValidationError(told % {"number": number}) from error
    if span[1] <= span[0]:
        raise ValidationError(_("The meeting in line %(number)d ends before it starts.") % {"number": number})
    return span[0], span[1]
