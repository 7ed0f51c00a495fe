from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.forms import DateField, KindForm


class ActingForm(KindForm):
    person = forms.ModelChoiceField(
        label=_("Who acts for it?"),
        queryset=User.objects.none(),
        empty_label=_("Choose one"),
        help_text=_("They may do all that the seat may, and see all that it sees, from the first day to the last."),
    )
    starts_on = DateField(label=_("First day"), initial=timezone.localdate)
    ends_on = DateField(label=_("Last day"), help_text=_("It ends by itself. Name somebody again if it takes longer."))
    interest = forms.CharField(
        label=_("Stated interest"),
        max_length=300,
        help_text=_("What else this person is here that could pull them to one side. Write “none” if they say so."),
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.active().exclude(pk=by.pk).by_name()
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> None:
        starts, ends = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day cannot be before the first."))


class HandOverForm(KindForm):
    to = forms.ChoiceField(label=_("Who takes it over?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        choices = [(pk, one.get_full_name()) for pk, one in self.people.items()]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]

    def clean_to(self) -> User:
        return self.people[self.cleaned_data["to"]]
