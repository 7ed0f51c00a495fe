"""Writing procedures, whose lines are steps or words and never something in between, and entries of the library."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.documents.forms import TextForm
from portal.documents.statuses import DocumentKind
from portal.forms import DateField, KindForm
from portal.programmes.statuses import Law, Process

from .models import Policy
from .statuses import Phase
from .steps import check_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.programmes.models import Programme

HOW_STEPS_LOOK = _(
    "“- [2] Phone them” is a step that is due within two days, “- [] Ask them” one without a day. Everything else is "
    "read beside the checklist: an empty line parts paragraphs, “## ” starts a heading."
)


class ProcedureForm(TextForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].help_text = HOW_STEPS_LOOK

    def clean_body(self) -> str:
        body = self.cleaned_data["body"]
        try:
            check_steps(body)
        except forms.ValidationError as problem:
            raise forms.ValidationError(problem.message_dict["body"]) from problem
        return body


class NewProcedureForm(ProcedureForm):
    """A phase that has no procedure yet, or a process that needs one of its own."""

    programme = forms.ChoiceField(label=_("Programme"))
    phase = forms.ChoiceField(label=_("Phase"), choices=[("", _("Choose")), *Phase.choices])
    process = forms.ChoiceField(
        label=_("Process"), required=False, choices=[("", _("Every process without its own")), *Process.choices]
    )

    def __init__(self, *args: Any, programmes: Sequence[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programmes = {str(one.pk): one for one in programmes}
        self.fields["programme"].choices = [(pk, one.name) for pk, one in self.programmes.items()]
        self.order_fields(["programme", "phase", "process", "title", "body"])

    def clean_programme(self) -> Programme:
        return self.programmes[self.cleaned_data["programme"]]


class PolicyForm(TextForm):
    """What the office knows of a rule that is made elsewhere; `policy` is the version to start from."""

    owner = forms.CharField(label=_("Whose rule is it?"), max_length=120)
    address = forms.URLField(
        label=_("Where its full text stands"),
        required=False,
        assume_scheme="https",
        help_text=_("Starts with https://. Leave it empty if it stands on paper only."),
    )
    review_on = DateField(label=_("To be looked at again on"))
    laws = forms.MultipleChoiceField(
        label=_("Shown beside allegations under"),
        required=False,
        choices=Law.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    kinds = forms.MultipleChoiceField(
        label=_("Shown beside these documents"),
        required=False,
        choices=DocumentKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, policy: Policy | None = None, **kwargs: Any) -> None:
        if policy is not None:
            kwargs["initial"] = {name: getattr(policy, name) for name in ("title", "body", *policy.MORE)}
        super().__init__(*args, **kwargs)
        self.fields["body"].label = _("What it asks of us, in plain words")

    def clean_review_on(self) -> date:
        day = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return day


class NewPolicyForm(PolicyForm):
    programme = forms.ChoiceField(label=_("Programme"))
    slug = forms.SlugField(
        label=_("Short name"), max_length=40, help_text=_("Small letters and hyphens, such as “equal-treatment”.")
    )

    def __init__(self, *args: Any, programmes: Sequence[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programmes = {str(one.pk): one for one in programmes}
        self.fields["programme"].choices = [(pk, one.name) for pk, one in self.programmes.items()]
        self.order_fields(["programme", "slug", "title", "body"])

    def clean_programme(self) -> Programme:
        return self.programmes[self.cleaned_data["programme"]]

    def clean(self) -> None:
        slug, programme = self.cleaned_data.get("slug"), self.cleaned_data.get("programme")
        if slug and programme and Policy.objects.filter(slug=slug, programme=programme).exists():
            self.add_error("slug", _("There is an entry of this name. Open it and write its next version."))


class LooksAgainForm(KindForm):
    again_on = DateField(label=_("Look again on"))
