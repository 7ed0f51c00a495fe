"""Keeping the roster."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.forms import DateField, KindForm, words_of

from .models import Background, Credential, NeutralProfile
from .statuses import BackgroundKind, PrivilegeRoute, Skill, Tier, Weekday
from .week import Span, joined, slots_of

MOST_CASES = 50


class FilterForm(forms.Form):
    """What the list is narrowed to; it stands in the address."""

    skill = forms.ChoiceField(label=gettext_lazy("Skill"), required=False)
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)
    tier = forms.ChoiceField(label=gettext_lazy("Place in a pair"), required=False)
    inactive = forms.BooleanField(label=gettext_lazy("Also those who cannot be asked"), required=False)

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["skill"].choices = [("", _("Any")), *Skill.choices]
        self.fields["unit"].choices = [("", _("Any")), *units]
        self.fields["tier"].choices = [("", _("Any")), *Tier.choices]

    @property
    def chosen(self) -> dict[str, Any]:
        """What is not on a list narrows nothing: a filter in an address may be out of date."""
        self.is_valid()
        return self.cleaned_data


class OwnWordsForm(KindForm):
    """What neutrals say of themselves."""

    about = forms.CharField(
        max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 4}), **words_of(NeutralProfile, "about")
    )
    pronouns = forms.CharField(max_length=40, required=False, **words_of(NeutralProfile, "pronouns"))
    languages = forms.CharField(max_length=120, required=False, **words_of(NeutralProfile, "languages"))

    def __init__(self, *args: Any, neutral: NeutralProfile | None = None, **kwargs: Any) -> None:
        if neutral is not None:
            kwargs.setdefault("initial", {name: getattr(neutral, name) for name in self.base_fields})
        super().__init__(*args, **kwargs)


class NeutralForm(OwnWordsForm):
    """The same and what the office knows of them."""

    tier = forms.ChoiceField(choices=Tier.choices, initial=Tier.CO, **words_of(NeutralProfile, "tier"))
    privilege_route = forms.ChoiceField(
        choices=PrivilegeRoute.choices,
        initial=PrivilegeRoute.NONE,
        **words_of(NeutralProfile, "privilege_route"),
    )
    cases_at_once = forms.IntegerField(
        min_value=1, max_value=MOST_CASES, required=False, **words_of(NeutralProfile, "cases_at_once")
    )
    cases_a_month = forms.IntegerField(
        min_value=1, max_value=MOST_CASES, required=False, **words_of(NeutralProfile, "cases_a_month")
    )
    terms_signed_on = DateField(required=False, **words_of(NeutralProfile, "terms_signed_on"))
    is_external = forms.BooleanField(required=False, **words_of(NeutralProfile, "is_external"))
    is_active = forms.BooleanField(
        required=False,
        initial=True,
        label=gettext_lazy("Can be asked to conduct sessions"),
        help_text=gettext_lazy("Switch this off while somebody is on leave."),
    )


class AddNeutralForm(NeutralForm):
    """Who comes onto the roster: somebody who has an account here and is not on it yet."""

    user = forms.ModelChoiceField(
        queryset=get_user_model().objects.none(),
        label=gettext_lazy("Person"),
        help_text=gettext_lazy("Somebody who is missing here needs an account first (see People)."),
        empty_label=gettext_lazy("Choose one"),
    )
    field_order = ("user",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.active().filter(neutral_profile=None).by_name()
        self.fields["user"].queryset = people


class CredentialForm(KindForm):
    skill = forms.ChoiceField(choices=Skill.choices, **words_of(Credential, "skill"))
    granted_on = DateField(label=gettext_lazy("Holds from"), initial=timezone.localdate)
    expires_on = DateField(
        label=gettext_lazy("Holds until"), required=False, help_text=gettext_lazy("Leave empty when it never ends.")
    )
    hours = forms.IntegerField(min_value=1, max_value=2000, **words_of(Credential, "hours"))
    evidence = forms.CharField(max_length=300, **words_of(Credential, "evidence"))

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        start, end = facts.get("granted_on"), facts.get("expires_on")
        if start and end and end <= start:
            self.add_error("expires_on", _("A credential ends after the day on which it starts."))
        return facts


class RevokeForm(KindForm):
    reason = forms.CharField(
        max_length=300,
        label=gettext_lazy("Why is it taken back?"),
        help_text=gettext_lazy("The person sees this reason on their own page."),
    )


class TieForm(KindForm):
    """Exactly one of the two: a unit or a colleague."""

    unit = forms.ChoiceField(label=gettext_lazy("A unit"), required=False)
    person = forms.ModelChoiceField(
        queryset=get_user_model().objects.none(),
        label=gettext_lazy("Or a colleague"),
        required=False,
        empty_label=gettext_lazy("None"),
    )

    def __init__(self, *args: Any, neutral: NeutralProfile, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("None")), *units]
        self.fields["person"].queryset = get_user_model().objects.active().exclude(pk=neutral.user_id).by_name()

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not self.errors and bool(facts.get("unit")) == bool(facts.get("person")):
            raise forms.ValidationError(_("Please choose a unit or a colleague."))
        return facts


class HoursForm(forms.Form):
    """The half hours of a week, as the grid of times sends them: "0T09:00" is Monday at nine."""

    hours = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hours"].choices = [(value, value) for day in Weekday.values for value in slots_of(day)]

    @property
    def spans(self) -> list[Span]:
        """The ticked half hours, with neighbours joined."""
        chosen = [(int(value[0]), time.fromisoformat(value[2:])) for value in self.cleaned_data["hours"]]
        return joined(chosen)


class BackgroundForm(KindForm):
    """A degree, work or a membership that somebody brings along."""

    kind = forms.ChoiceField(
        choices=BackgroundKind.choices,
        widget=forms.RadioSelect,
        initial=BackgroundKind.DEGREE,
        **words_of(Background, "kind"),
    )
    title = forms.CharField(max_length=160, **words_of(Background, "title"))
    place = forms.CharField(max_length=160, required=False, **words_of(Background, "place"))
    years = forms.IntegerField(min_value=1, max_value=60, required=False, **words_of(Background, "years"))

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("years") and facts.get("kind") != BackgroundKind.EXPERIENCE:
            self.add_error("years", _("Years are for experience only. Please leave this empty, or choose experience."))
        return facts
