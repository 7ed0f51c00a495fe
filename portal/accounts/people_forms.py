"""Forms of the people screens."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.forms import DateField, KindForm, RadiosWithHints
from portal.programmes.models import Office, Programme

from .models import User
from .roles import ROLES, Permission, Role


class InviteForm(KindForm):
    email = forms.EmailField(label=_("E-mail"), help_text=_("Their own address at work. They sign in with it."))
    first_name = forms.CharField(label=_("First name"), max_length=80)
    last_name = forms.CharField(label=_("Last name"), max_length=80)
    job_title = forms.CharField(label=_("Job title"), max_length=120, required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        office = Office.objects.first()
        office = Office.objects.first()
        self.fields["unit"].choices = [("", _("None of these")), *(office.unit_choices if office else [])]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].strip().lower()
        if User.objects.filter(email=email).exists():
            raise forms.ValidationError(_("Somebody here signs in with this address already."))
        return email


class GrantForm(KindForm):
    role = forms.ChoiceField(label=_("Role"), widget=RadiosWithHints)
    programme = forms.ModelChoiceField(
        label=_("Programme"), queryset=Programme.objects.none(), required=False, empty_label=_("Choose one")
    )
    starts_on = DateField(label=_("First day"), initial=timezone.localdate)
    ends_on = DateField(label=_("Last day"), required=False, help_text=_("Leave empty if there is none yet."))
    interest = forms.CharField(
        label=_("Stated interest"),
        max_length=300,
        help_text=_("What else this person is here that could pull them to one side. Write “none” if they say so."),
    )

    def __init__(self, *args, by: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.code, role.label) for role in ROLES.values()]
        self.fields["role"].widget.hints = {role.code: role.description for role in ROLES.values()}
        led = by.programmes_with(Permission.MANAGE_PEOPLE)
        self.fields["programme"].queryset = Programme.objects.filter(pk__in=led).order_by("name")

    def clean(self):
        role, programme = ROLES.get(self.cleaned_data.get("role", "")), self.cleaned_data.get("programme")
        if role and role.programme_bound and programme is None:
            self.add_error("programme", _("Please say in which programme."))
        if role and not role.programme_bound:
            self.cleaned_data["programme"] = None
        self._check_days()

    def _check_days(self) -> None:
        starts, ends = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day cannot be before the first."))

    def explained(self) -> list[Role]:
        return list(ROLES.values())
