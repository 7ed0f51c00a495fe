"""What the list of dates is narrowed to. It stands in the address, so that a narrowed list can be sent to somebody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from training.levels import Level

if TYPE_CHECKING:
    from training.queries import OpenOffering


class DatesForm(forms.Form):
    level = forms.ChoiceField(label=_("Leads towards"), choices=[("", _("Any level")), *Level.choices], required=False)
    evenings = forms.BooleanField(label=_("Evenings and weekends only"), required=False)
    places = forms.BooleanField(label=_("With places left"), required=False)

    def narrowed(self, offerings: Iterable[OpenOffering]) -> list[OpenOffering]:
        """What is not on a list narrows nothing: an address may be old, or typed by hand."""
        self.is_valid()
        chosen: dict[str, Any] = self.cleaned_data
        return [one for one in offerings if self._fits(one, chosen)]

    def _fits(self, one: OpenOffering, chosen: dict[str, Any]) -> bool:
        if chosen.get("level") and one.course.level != chosen["level"]:
            return False
        if chosen.get("evenings") and not one.in_evenings:
            return False
        return bool(one.places_left or not chosen.get("places"))
