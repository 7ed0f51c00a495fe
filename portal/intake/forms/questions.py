"""The questions of a request, one thing a page, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm, RadiosWithHints

from ..statuses import AsksFor, Constituency, Referral
from .fields import LINE, SHORT, Line, SafeContact, Trap, Words

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Office


@dataclass(frozen=True)
class Asked:
    """What the questions offer to choose from."""

    office: Office
    people: Sequence[User] = ()


class QuestionForm(KindForm):
    def __init__(self, *args: Any, asked: Asked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        self.offer(asked)

    def offer(self, asked: Asked) -> None:
        """Fill in choices that depend on the office."""


class AgeForm(QuestionForm):
    """Before any box to write in: what must be passed on, and whether the rule for minors applies (P3)."""

    age = forms.ChoiceField(
        label=_("How old are you?"),
        choices=[("ADULT", _("I am 18 or older")), ("MINOR", _("I am under 18"))],
        widget=forms.RadioSelect,
    )


class MinorForm(QuestionForm):
    understood = forms.BooleanField(
        label=_("I have read this"),
        error_messages={"required": _("Please read this, and tick the box to go on.")},
    )


class PeopleForm(QuestionForm):
    """P2: who must not see this, before it stands in any list."""

    tied = forms.MultipleChoiceField(
        label=_("Is anyone who works or volunteers here part of this, or someone you do not want to see it?"),
        help_text=_("Tick every name. From the first moment, your request does not exist for them."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    keep_from = Line(
        label=_("Somebody else who works with us and is not on this list"),
        help_text=_("We take care of it by hand as soon as we have read it."),
    )

    def offer(self, asked: Asked) -> None:
        names = [(str(person.pk), _name_and_job(person)) for person in asked.people]
        self.fields["tied"].choices = names


class ServiceForm(QuestionForm):
    asks_for = forms.ChoiceField(
        label=_("What are you asking for?"),
        help_text=_("If you are not sure, we find out together."),
        choices=[choice for choice in AsksFor.choices if choice[0] != AsksFor.CONTACT],
        widget=RadiosWithHints(
            hints={
                AsksFor.COACHING: _("Talk with a coach, just you, about how to deal with a conflict."),
                AsksFor.FACILITATION: _("Somebody neutral leads a conversation or a meeting of a group."),
                AsksFor.MEDIATION: _("Two or more people talk, with two mediators who decide nothing."),
                AsksFor.RESTORATIVE_JUSTICE: _("People who were harmed and people who caused it find a way to repair."),
                AsksFor.UNSURE: _("You don't have to know. You don't have to work it out alone."),
            }
        ),
    )


class ContactForm(SafeContact, QuestionForm):
    pass


class YouForm(QuestionForm):
    name = Line(
        label=_("Your name"),
        help_text=_("Leave this empty if you want to stay anonymous for now."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    constituency = forms.ChoiceField(
        label=_("Which of these are you?"),
        choices=Constituency.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    unit = forms.ChoiceField(
        label=_("Where do you work or study?"),
        help_text=_("So that nobody from there is asked to help with this."),
        required=False,
    )
    needs = Words(
        label=_("Is there anything that would make it easier for you to take part?"),
        help_text=_("For example: an interpreter, a room without stairs, the pronouns you use."),
        max_length=1000,
        rows=3,
    )

    def offer(self, asked: Asked) -> None:
        self.fields["unit"].choices = [("", _("I would rather not say")), *asked.office.unit_choices]

    def clean_constituency(self) -> str:
        return self.cleaned_data["constituency"] or Constituency.UNSAID


class OthersForm(QuestionForm):
    others = Words(
        label=_("Who else is in it?"),
        help_text=_("One name a line. We contact nobody before you say so. You may leave this empty."),
        max_length=1000,
        rows=4,
    )
    connection = Line(
        label=_("How do you know each other?"),
        help_text=_("For example: roommates, the same lab, a student and an advisor."),
        max_length=LINE,
    )


class AboutForm(QuestionForm):
    """Guided questions instead of one large box. None must be answered."""

    about = Line(
        label=_("In a few words, what is it about?"), help_text=_("For example: noise at night."), max_length=SHORT
    )
    story = Words(
        label=_("What happened?"),
        help_text=_("As much or as little as you like. You will not have to tell it all again."),
    )
    tried = Words(label=_("What have you tried so far?"), max_length=2000, rows=3)
    hope = Words(label=_("What would help you most?"), max_length=2000, rows=3)
    soon = Line(
        label=_("Is there a day that we should know of?"),
        help_text=_("For example: a lease that ends, an exam, a move."),
        max_length=LINE,
    )


class HeardForm(QuestionForm):
    referral = forms.ChoiceField(
        label=_("How did you hear of us?"),
        choices=Referral.choices,
        initial=Referral.UNSAID,
        widget=forms.RadioSelect,
    )


class SendForm(QuestionForm):
    website = Trap()


def _name_and_job(person: User) -> str:
    name = person.get_full_name()
    return f"{name}, {person.job_title}" if person.job_title else name
