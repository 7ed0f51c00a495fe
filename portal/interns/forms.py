"""Forms about interns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import DateField, KindForm, RadiosWithHints

from .plain import check_plain
from .queries import InternRow
from .statuses import PieceKind, PieceStatus

if TYPE_CHECKING:
    from .models import WorkPiece


class PledgeForm(KindForm):
    signed_name = forms.CharField(
        label=_("Your name, typed as your signature"), max_length=160, help_text=_("It stands for your signature.")
    )
    notice = forms.IntegerField(widget=forms.HiddenInput)


class TrainedForm(KindForm):
    trained_on = DateField(label=_("Trained on"))


class PieceForm(KindForm):
    """Something to do without names, for one of the interns who may work."""

    kind = forms.ChoiceField(label=_("What kind of work is it?"), choices=PieceKind.choices, widget=forms.RadioSelect)
    title = forms.CharField(label=_("What is it called?"), max_length=120)
    words = forms.CharField(
        label=_("What is to be done"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("No names, no reference, nothing by which somebody could be known."),
    )
    intern = forms.ChoiceField(label=_("Who does it"))
    due_on = DateField(label=_("Until"))
    names_nobody = forms.BooleanField(
        label=_("I have read it again: it names nobody, and nobody could be known by it"),
        error_messages={"required": _("Please read it again and say so.")},
    )

    def __init__(self, *args: Any, interns: Sequence[InternRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.interns = {str(row.grant.pk): row.grant for row in interns}
        self.fields["intern"].choices = [
            ("", _("Choose")),
            *((pk, f"{grant.user.get_full_name()} ({grant.programme.name})") for pk, grant in self.interns.items()),
        ]

    def clean_title(self) -> str:
        check_plain(self.cleaned_data["title"])
        return self.cleaned_data["title"]

    def clean_words(self) -> str:
        check_plain(self.cleaned_data["words"])
        return self.cleaned_data["words"]

    def facts(self) -> dict[str, Any]:
        """What the action wants: the person and the programme in place of the choice."""
        facts = {name: self.cleaned_data[name] for name in ("kind", "title", "words", "due_on")}
        grant = self.interns[self.cleaned_data["intern"]]
        return facts | {"intern": grant.user, "programme": grant.programme}


class HandInForm(KindForm):
    words = forms.CharField(
        label=_("Your work"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Or where it lies, if it is a file on the office's drive. No names."),
    )

    def clean_words(self) -> str:
        check_plain(self.cleaned_data["words"])
        return self.cleaned_data["words"]


class DecideForm(KindForm):
    """What the supervisor makes of it; before it is handed in, it can only be taken back."""

    status = forms.ChoiceField(label=_("What do you decide?"), widget=RadiosWithHints)
    answer = forms.CharField(
        label=_("A word to them"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, piece: WorkPiece, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(PieceStatus.TAKEN_BACK, _("Take it back"))]
        if piece.status == PieceStatus.HANDED_IN:
            choices = [(PieceStatus.APPROVED, _("Approve")), (PieceStatus.RETURNED, _("Send it back")), *choices]
        self.fields["status"].choices = choices

    def clean(self) -> None:
        if self.cleaned_data.get("status") == PieceStatus.RETURNED and not self.cleaned_data.get("answer", "").strip():
            self.add_error("answer", _("Say what is still missing, so that they can go on."))
