from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm
from portal.programmes.contacts import dials

from .models import DAYS
from .statuses import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.accounts.models import User


def _words(label: Any, help_text: Any, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=2000, widget=forms.Textarea(attrs={"rows": rows})
    )


class GlassForm(KindForm):
    threat = _words(_("What is the danger?"), _("What was said or seen that points to serious harm soon, and to whom."))
    recipients = _words(_("Whom did you tell?"), _("Each person or office, such as campus police, Officer Lund."), 2)
    told = _words(_("What did you tell them?"), _("The least they needed: who, where, what kind of danger."))
    told_at = forms.DateTimeField(
        label=_("When?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M"],
    )
    least = forms.BooleanField(
        label=_("I told them nothing else from the conversation"),
        error_messages={
            "required": _("Tick this if it is so. If you told more, say what above; the director looks at it with you.")
        },
    )


class ReviewForm(KindForm):
    finding = forms.ChoiceField(label=_("What do you find?"), choices=Finding.choices, widget=forms.RadioSelect)
    words = _words(_("Why, and what follows from it?"), _("Kept with this record, and destroyed with it."))


class PeopleForm(KindForm):
    """Who answers for emergencies in a programme."""

    director = forms.ChoiceField(label=_("Director"), help_text=_("Hears at once, and looks at it afterwards."))
    on_call = forms.ChoiceField(label=_("Person on call"), help_text=_("Hears at once too, also at night."))
    phone = forms.CharField(
        label=_("Their number when the office is closed"),
        max_length=40,
        required=False,
        help_text=_("Shown to staff, and to neutrals who stop a session for safety. Empty: the one we have stays."),
    )
    keep_days = forms.IntegerField(
        label=_("Days kept after the review"),
        min_value=1,
        max_value=365,
        initial=DAYS,
        help_text=_("As short as counsel allows. Afterwards the key is destroyed, in every backup too."),
    )

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        choices = [("", _("Choose")), *((pk, one.get_full_name()) for pk, one in self.people.items())]
        self.fields["director"].choices = choices
        self.fields["on_call"].choices = [(pk, self._with_number(pk, name)) for pk, name in choices]

    def _with_number(self, pk: str, name: Any) -> Any:
        phone = self.people[pk].phone if pk else ""
        return f"{name}, {phone}" if phone else name

    def clean_director(self) -> User:
        return self.people[self.cleaned_data["director"]]

    def clean_on_call(self) -> User:
        return self.people[self.cleaned_data["on_call"]]

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"].strip()
        if phone and not dials(phone):
            raise forms.ValidationError(_("Please give a number that a telephone can dial."))
        return phone
