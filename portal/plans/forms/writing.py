"""Forms about what a plan says, and what people say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import STAFF_CHANNELS, Channel
from portal.forms import DateField, KindForm

from ..statuses import CommitmentKind, ReviewDecision

if TYPE_CHECKING:
    from portal.cases.models import Participant

    from ..models import Commitment

SOMEBODY_ELSE = "OTHER"


def words(label: Any, *, required: bool = False, rows: int = 3, limit: int = 4000, **facts: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=limit, widget=widget, **facts)


class WordsForm(KindForm):
    """What stands around the commitments."""

    harms = words(_("What was harmed?"), help_text=_("As everyone agreed to put it. No finding, no verdict."))
    needs = words(_("What is needed now?"))
    done_when = words(_("When is the plan completed, and who says so?"))
    follow_up = words(_("Who follows it, and on which days do you look at it together?"))
    if_not_done = words(_("What happens if something is not done?"))


class CommitmentForm(KindForm):
    """One promise."""

    owner = forms.ChoiceField(label=_("Who promises this?"), widget=forms.RadioSelect)
    by_whom = forms.CharField(
        label=_("If somebody else: who?"),
        required=False,
        max_length=200,
        help_text=_("Such as a department, or somebody who helps. What others add is support; nobody is held to it."),
    )
    what = words(_("What?"), required=True, limit=2000)
    for_whom = forms.CharField(label=_("For whom?"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Of what kind is it?"), choices=[("", _("Choose")), *CommitmentKind.choices])
    starts_on = DateField(label=_("From which day?"), required=False)
    due_on = DateField(label=_("Until which day?"))
    shown_by = words(_("How will it be shown?"), limit=1000, rows=2)
    mentor = forms.CharField(label=_("Who stands by as a mentor?"), required=False, max_length=200)
    obstacle = words(_("And if something gets in the way?"), limit=1000, rows=2)

    def __init__(self, *args: Any, people: list[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), f"{one.display_name}, {str(one.get_role_display()).lower()}") for one in people]
        self.fields["owner"].choices = [*named, (SOMEBODY_ELSE, _("Somebody else"))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts, due = cleaned.get("starts_on"), cleaned.get("due_on")
        if starts and due and starts > due:
            self.add_error("due_on", _("It is due before it starts."))
        if cleaned.get("owner") == SOMEBODY_ELSE and not (cleaned.get("by_whom") or "").strip():
            self.add_error("by_whom", _("Say who promises this."))
        return cleaned

    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        facts = dict(self.cleaned_data)
        owner = facts.pop("owner")
        facts["owner_id"] = None if owner == SOMEBODY_ELSE else UUID(owner)
        return facts


class LinkForm(KindForm):
    """Whether a formal proceeding asks something of the plan."""

    is_linked = forms.TypedChoiceField(
        label=_("Does a formal proceeding ask something of this plan?"),
        choices=[("NO", _("No")), ("YES", _("Yes"))],
        coerce=lambda value: value == "YES",
        widget=forms.RadioSelect,
        help_text=_("If so, the conduct office enters what it asks for, and the Chair of the Committee approves."),
    )
    proceeding = forms.CharField(
        label=_("Its number or name"),
        required=False,
        max_length=120,
        help_text=_("By this the conduct office knows which one is meant. It sees nothing else of the case."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("is_linked") and not (cleaned.get("proceeding") or "").strip():
            self.add_error("proceeding", _("Give the number or name of the proceeding."))
        return cleaned


class MatchForm(KindForm):
    """Which commitment meets a requirement."""

    commitment = forms.ChoiceField(label=_("Met by"), required=False)

    def __init__(self, *args: Any, commitments: list[Commitment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(str(one.pk), f"{one.number}. {one.what[:80]}") for one in commitments if not one.is_support]
        self.fields["commitment"].choices = [("", _("Nothing yet")), *rows]  # type: ignore[attr-defined]

    def clean_commitment(self) -> UUID | None:
        return UUID(self.cleaned_data["commitment"]) if self.cleaned_data["commitment"] else None


class RequirementForm(KindForm):
    words = words(
        _("What does the proceeding ask for?"),
        required=True,
        limit=1000,
        help_text=_("One thing at a time, such as “twenty hours of service before the end of the term”."),
    )


class ConfirmForm(KindForm):
    """What a participant told staff about the plan (P1)."""

    yes = forms.TypedChoiceField(
        label=_("Do they confirm the plan?"),
        choices=[("YES", _("Yes")), ("NO", _("Not as it is"))],
        coerce=lambda value: value == "YES",
        widget=forms.RadioSelect,
    )
    channel = forms.ChoiceField(
        label=_("How did they tell you?"),
        choices=[(code, Channel(code).label) for code in Channel if code in STAFF_CHANNELS],
        widget=forms.RadioSelect,
    )

    def clean_channel(self) -> Channel:
        return Channel(self.cleaned_data["channel"])


class ReasonForm(KindForm):
    reason = words(
        _("Why is it changed?"),
        required=True,
        limit=1000,
        help_text=_("It stays in the log of changes. Everyone is asked to confirm the new edition."),
    )


class ReviewForm(KindForm):
    """The Chair's decision."""

    decision = forms.ChoiceField(
        label=_("What do you decide?"), choices=ReviewDecision.choices, widget=forms.RadioSelect
    )
    comment = words(
        _("Comment"), limit=2000, help_text=_("Needed when you return the plan: say what has to be different.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("decision") == ReviewDecision.RETURNED and not (cleaned.get("comment") or "").strip():
            self.add_error("comment", ValidationError(_("Say what has to be different.")))
        return cleaned
