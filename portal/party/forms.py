from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.circles.forms import WishesForm
from portal.forms import KindForm, RadiosWithHints


class GoOnForm(KindForm):
    answer = forms.ChoiceField(
        label=_("May we go on?"),
        choices=[("YES", _("Yes, go on")), ("NO", _("No, it ends here"))],
        widget=RadiosWithHints(
            hints={
                "YES": _("The people you want to talk with are told the name you gave us, and nothing else."),
                "NO": _("Nobody learns that you wrote to us. What you told us is destroyed."),
            }
        ),
    )

    def __init__(self, *args: Any, keeps: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if keeps:
            words = _("Nobody else learns that you wrote to us. The record is kept, as you have read.")
            self.fields["answer"].widget.hints = self.fields["answer"].widget.hints | {"NO": words}


class RightsForm(KindForm):
    """The versions that were on the page come back with the button, so that nobody agrees to other words."""

    shown = forms.CharField(widget=forms.HiddenInput, max_length=200)
    read = forms.BooleanField(
        label=_("I have read this"), error_messages={"required": _("Tick this when you have read it. Take your time.")}
    )


class TakePartForm(KindForm):
    answer = forms.ChoiceField(
        label=_("Do you want to take part?"),
        choices=[("YES", _("Yes, I take part")), ("NO", _("No, I do not take part"))],
        widget=RadiosWithHints(
            hints={
                "YES": _("You can change your mind at any time, also in the middle of a session."),
                "NO": _("Nobody asks you why, and we do not ask again."),
            }
        ),
    )


class OwnWishesForm(WishesForm):
    """The same questions as in the talk, answered by oneself, and who may read how to reach them."""

    hide = forms.BooleanField(
        label=_("Hide how to reach me"),
        required=False,
        help_text=_("Then only the one person who looks after this at our office can read your address and number."),
    )
