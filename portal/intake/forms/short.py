"""One page instead of many: "just contact me", and "I only want to know something"."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ..envelope import EnvelopeKey
from ..statuses import AsksFor
from .fields import Line, SafeContact, Trap
from .questions import PeopleForm, QuestionForm


class ContactMeForm(SafeContact, QuestionForm):
    """A safe way, a time, and nothing else; and still who must not see it, and whether the rule for minors applies."""

    name = Line(label=_("What may we call you?"), widget=forms.TextInput({"autocomplete": "name"}))
    age = forms.ChoiceField(
        label=_("How old are you?"),
        choices=[("ADULT", _("I am 18 or older")), ("MINOR", _("I am under 18"))],
        widget=forms.RadioSelect,
    )
    tied = forms.MultipleChoiceField(
        label=_("Is there anyone here whom you do not want to see this?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    website = Trap()
    # Made when the page is shown: the same page sent twice is one request.
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    # As they stand on the page: the summary of what is missing is read from top to bottom.
    field_order = ["token", "age", "tied"]

    offer = PeopleForm.offer

    def clean_token(self) -> EnvelopeKey:
        return EnvelopeKey.parse(self.cleaned_data["token"]) or EnvelopeKey.new()


class InformationForm(QuestionForm):
    asks_for = forms.ChoiceField(
        label=_("What did you want to know about?"),
        choices=[choice for choice in AsksFor.choices if choice[0] != AsksFor.CONTACT],
        widget=forms.RadioSelect,
    )
    website = Trap()
