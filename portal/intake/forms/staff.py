"""What staff enter: a call or a mail in under a minute, an answer, a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.cases.statuses import STAFF_CHANNELS, Channel, Ending
from portal.forms import KindForm

from ..actions import EARLY_ENDINGS
from ..envelope import EnvelopeKey
from ..statuses import AsksFor, CameBy, Constituency, Door, Referral, SafeWay
from .fields import LINE, LONG, SHORT, Line, SafeContact, Words
from .messages import MessageForm
from .questions import PeopleForm, QuestionForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.accounts.models import User

REQUEST, INFORMATION = "REQUEST", "INFORMATION"


class LogForm(SafeContact, QuestionForm):
    """One page for a call, a mail, a walk-in or a partner. Only how it came and what for must be filled in."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(REQUEST, _("A request")), (INFORMATION, _("Information only: nothing about them is kept"))],
        initial=REQUEST,
        widget=forms.RadioSelect,
    )
    came_by = forms.ChoiceField(
        label=_("How did it come?"),
        choices=[choice for choice in CameBy.choices if choice[0] != CameBy.WEB],
        initial=CameBy.PHONE,
        widget=forms.RadioSelect,
    )
    asks_for = forms.ChoiceField(label=_("Asks for"), choices=AsksFor.choices, initial=AsksFor.UNSURE)
    name = Line(label=_("Name"))
    constituency = forms.ChoiceField(
        label=_("Who they are"), choices=Constituency.choices, initial=Constituency.UNSAID, required=False
    )
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    others = Words(label=_("Who else is in it"), help_text=_("One name a line."), rows=2, max_length=1000)
    about = Line(label=_("In a few words"), max_length=SHORT)
    story = Words(label=_("What they told"), max_length=LONG, rows=4)
    needs = Line(label=_("What makes it easier for them to take part"), max_length=LINE)
    referral = forms.ChoiceField(
        label=_("Heard of us by"), choices=Referral.choices, initial=Referral.UNSAID, required=False
    )
    is_minor = forms.BooleanField(
        label=_("Is under 18"), required=False, help_text=_("Read out the text for minors first. The request is held.")
    )
    tied = forms.MultipleChoiceField(
        label=_("Who must not see this"), required=False, widget=forms.CheckboxSelectMultiple
    )
    keep_from = Line(label=_("Somebody else who must not see it"))
    contacted_at = forms.DateTimeField(
        label=_("When"),
        required=False,
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("Empty means now. The clock runs from here."),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    door = forms.ChoiceField(
        label=_("Who brings it?"), choices=Door.choices, initial=Door.SELF, widget=forms.RadioSelect
    )
    told_kept = forms.BooleanField(
        label=_("I have told them that a record will be kept"),
        help_text=_("Read out the text beside this before they tell the story."),
        error_messages={"required": _("Tell them first, and say that you have.")},
    )

    def __init__(self, *args: Any, keeps: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not keeps:
            del self.fields["door"], self.fields["told_kept"]
        self.fields["safe_way"].initial = SafeWay.PHONE
        self.fields["safe_way"].required = False
        self.fields["safe_way"].label = _("How it is safe to reach them")
        self.fields["safe_way"].help_text = _("Ask. We use only this.")

    def offer(self, asked: Any) -> None:
        PeopleForm.offer(self, asked)  # type: ignore[arg-type]
        self.fields["unit"].choices = [("", _("Not said")), *asked.office.unit_choices]

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("kind") == INFORMATION:
            self.errors.pop("told_kept", None)
            return self.cleaned_data
        if not self.cleaned_data.get("safe_way"):
            self.add_error("safe_way", _("Please choose how it is safe to reach them."))
        return super().clean()

    def clean_contacted_at(self) -> Any:
        moment = self.cleaned_data["contacted_at"] or timezone.now()
        if moment > timezone.now():
            raise forms.ValidationError(_("This lies in the future."))
        return moment

    def clean_token(self) -> EnvelopeKey:
        return EnvelopeKey.parse(self.cleaned_data["token"]) or EnvelopeKey.new()


class ToldForm(MessageForm):
    """What somebody said on the phone, in person or on paper, written down for them (P1)."""

    channel = forms.ChoiceField(
        label=_("How they told us"), choices=[choice for choice in Channel.choices if choice[0] in STAFF_CHANNELS]
    )

    field_order = ["channel", "body"]


class NoteForm(KindForm):
    body = Words(label=_("Note"), required=True, rows=3, error_messages={"required": _("Please write the note first.")})


class AssignForm(KindForm):
    to = forms.ChoiceField(label=_("Who takes care of it"))

    def __init__(self, *args: Any, team: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.team = {str(person.pk): person for person in team}
        self.fields["to"].choices = [(code, _away(person)) for code, person in self.team.items()]

    def clean_to(self) -> User:
        return self.team[self.cleaned_data["to"]]


class PhraseForm(KindForm):
    said = Line(
        label=_("The two words that the caller says"), required=True, widget=forms.TextInput({"autocomplete": "off"})
    )


class MinorRuleForm(KindForm):
    rule = Words(
        label=_("Which rule of the office applies, and who decided"),
        required=True,
        rows=3,
        max_length=1000,
        error_messages={"required": _("Please write down the rule that applies.")},
    )


class EndForm(KindForm):
    ending = forms.ChoiceField(
        label=_("How it ends"),
        choices=[(code, label) for code, label in Ending.choices if code in EARLY_ENDINGS],
        widget=forms.RadioSelect,
    )


def _away(person: User) -> str:
    if not person.is_away:
        return person.get_full_name()
    return str(_("%(name)s (away)") % {"name": person.get_full_name()})
