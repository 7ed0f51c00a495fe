"""Forms about the people of a case. The same questions whether people answer themselves or staff write it down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import DateField, KindForm, RadiosWithHints

from ..statuses import COMPANION_ROLES, AttemptResult, Channel, ParticipantRole, Route


class ChannelForm(KindForm):
    """How somebody told us, when staff write it down for them (P1)."""

    channel = forms.ChoiceField(
        label=_("How did they tell you?"),
        choices=[(way, way.label) for way in (Channel.PHONE, Channel.IN_PERSON, Channel.PAPER, Channel.EMAIL)],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # First what they said, then how: on the page, and in the summary of what is missing.
        self.fields["channel"] = self.fields.pop("channel")


YES_NO = [("YES", _("Yes")), ("NO", _("No"))]


class OtherForm(KindForm):
    """How the invitation reaches one person whom the requester wants to talk with."""

    route = forms.ChoiceField(label=_("How does our invitation reach this person?"), widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("Their name"), max_length=120, required=False, help_text=_("Only if we write or phone.")
    )
    email = forms.EmailField(label=_("Their e-mail"), required=False, help_text=_("Only if we write."))
    phone = forms.CharField(
        label=_("Their phone"),
        max_length=40,
        required=False,
        help_text=_("Only if we phone."),
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    permitted = forms.BooleanField(
        label=_("The office may contact this person about my request"),
        required=False,
        help_text=_(
            "Only if we write or phone. We say first who we are, and that they may say no. On their page they then "
            "read your name, if you gave us one, so that they know who would like to talk with them. Of what you told "
            "us they hear nothing."
        ),
    )

    hints: dict[str, Any] = {
        Route.REQUESTER: _("We make the words and a code; you hand them over. We hold nothing about them."),
        Route.STAFF_MAIL: _("A short mail that says nothing about what it is about."),
        Route.STAFF_PHONE: _("We leave no message with anybody else."),
    }
    labels = {
        Route.REQUESTER: _("I pass it on myself"),
        Route.STAFF_MAIL: _("The office writes to them"),
        Route.STAFF_PHONE: _("The office phones them"),
    }

    def __init__(self, *args: Any, routes: list[Route], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["route"]
        field.widget = RadiosWithHints(hints=self.hints)
        field.choices = [(route, self.labels[route]) for route in routes]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        route = given.get("route")
        if route in {None, Route.REQUESTER}:
            return given
        if not given.get("permitted"):
            self.add_error("permitted", _("We contact somebody only with your permission."))
        if route == Route.STAFF_MAIL and not given.get("email") and "email" not in self.errors:
            self.add_error("email", _("Give the address to which we may write."))
        if route == Route.STAFF_PHONE and not given.get("phone"):
            self.add_error("phone", _("Give the number that we may call."))
        return given

    @property
    def contact(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("email", "phone") if self.cleaned_data.get(name)}


class DetailsForm(KindForm):
    """Name, safe contact and needs; every answer may stay empty."""

    name = forms.CharField(
        label=_("What may we call you?"), max_length=120, required=False, help_text=_("Any name you like.")
    )
    pronouns = forms.CharField(label=_("Your pronouns"), max_length=40, required=False)
    way = forms.ChoiceField(
        label=_("How do you want to hear from us?"),
        choices=[
            ("EMAIL", _("By e-mail")),
            ("PHONE", _("By phone")),
            ("CODE", _("Not at all: I come back with my code")),
        ],
        widget=RadiosWithHints(
            hints={
                "EMAIL": _("We only write that there is news. Nothing in it says what about."),
                "CODE": _("Without mail or phone we cannot help if you lose your code."),
            }
        ),
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    shared_mailbox = forms.BooleanField(label=_("Others can read this mailbox"), required=False)
    phone = forms.CharField(
        label=_("Phone"), max_length=40, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    when = forms.CharField(
        label=_("When is it safe to call?"), max_length=120, required=False, help_text=_("For example: after 6 p.m.")
    )
    language = forms.CharField(label=_("The language you would like to speak"), max_length=60, required=False)
    access = forms.CharField(
        label=_("What you need so that you can take part well"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        required=False,
        help_text=_("For example: a ground floor, breaks, an interpreter."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        way = given.get("way")
        if way == "EMAIL" and not given.get("email") and "email" not in self.errors:
            self.add_error("email", _("Give the address to which we may write."))
        if way == "PHONE" and not given.get("phone"):
            self.add_error("phone", _("Give the number that we may call."))
        return given

    @property
    def contact(self) -> dict[str, Any]:
        names = ("way", "email", "phone", "when", "shared_mailbox")
        return {name: self.cleaned_data[name] for name in names if self.cleaned_data.get(name)}

    @property
    def needs(self) -> dict[str, str]:
        return {name: value for name in ("pronouns", "language", "access") if (value := self.cleaned_data.get(name))}


class CompanionForm(KindForm):
    role = forms.ChoiceField(
        label=_("Who would come along?"),
        choices=[(role, role.label) for role in ParticipantRole if role in COMPANION_ROLES],
        widget=RadiosWithHints(
            hints={
                ParticipantRole.SUPPORTER: _("Somebody at your side. They listen and do not speak for you."),
                ParticipantRole.INTERPRETER: _("Somebody who puts everything into another language."),
                ParticipantRole.ADVISOR: _("Somebody you can ask in the breaks, for example a lawyer."),
                ParticipantRole.SURROGATE: _("Somebody who comes in your place and says what you want said."),
            }
        ),
    )
    name = forms.CharField(
        label=_("Their name"), max_length=120, help_text=_("The others read this name when we ask them.")
    )

    def __init__(self, *args: Any, stands_in: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not stands_in:
            field = self.fields["role"]
            field.choices = [(code, label) for code, label in field.choices if code != ParticipantRole.SURROGATE]


class StaffOtherForm(OtherForm, ChannelForm):
    labels = {route: route.label for route in Route}
    hints = {
        **OtherForm.hints,
        Route.REQUESTER: _("They get the words and a code on their page, or you print them. We hold nothing else."),
    }

    def __init__(self, *args: Any, typed_roles: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        permitted = self.fields["permitted"]
        permitted.label = _("The requester allows us to contact this person")
        permitted.help_text = _(
            "Only if we write or phone. We say first who we are, and that they may say no. On their page they may then "
            "read the requester's name: please say so to the requester."
        )
        if typed_roles:
            self._ask_role(typed_roles)

    def _ask_role(self, roles: Sequence[str]) -> None:
        self.fields["role"] = forms.ChoiceField(
            label=_("In which role?"),
            choices=[(role, ParticipantRole(role).label) for role in roles],
            widget=forms.RadioSelect,
        )
        self.order_fields(["role"])
        self.use_own_wordings()


class StaffDetailsForm(DetailsForm, ChannelForm):
    pass


class StaffCompanionForm(CompanionForm, ChannelForm):
    pass


class StaffAnswerForm(ChannelForm):
    """Whether a party agrees that somebody comes along."""

    answer = forms.ChoiceField(label=_("Do they agree?"), choices=YES_NO, widget=forms.RadioSelect)


class StepForm(ChannelForm):
    """A step of somebody, entered for them."""

    step = forms.ChoiceField(label=_("What did they say?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, steps: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = steps  # type: ignore[attr-defined]


class AttemptForm(KindForm):
    result = forms.ChoiceField(
        label=_("What happened?"),
        choices=[(one, one.label) for one in (AttemptResult.SPOKE, AttemptResult.NOT_REACHED, AttemptResult.BOUNCED)],
        widget=forms.RadioSelect,
    )


class PhraseForm(KindForm):
    said = forms.CharField(
        label=_("The two words they say"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Until they match, say nothing: not even whether there is a case."),
    )


class AnswerDayForm(KindForm):
    day = DateField(label=_("We wait until"))
