from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from portal.forms import DateField, KindForm

from .models import User

LONGEST_PASSWORD = 256

_ONE_TIME = {"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "off"}
_TYPED_CODE = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters", "data-from-fragment": ""}


def _password(label, autocomplete: str, **kwargs) -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        **kwargs,
    )


class SignInForm(KindForm):
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    password = _password(_("Password"), "current-password")


class SecondStepForm(KindForm):
    code = forms.CharField(
        label=_("One-time code"),
        help_text=_("Six digits from the app on your phone. Without your phone: one of your recovery codes."),
        max_length=40,
        widget=forms.TextInput(attrs=_ONE_TIME),
    )


class ProofForm(KindForm):
    """Asks a signed-in person again; its field does not collide with those of the interrupted form."""

    proof = forms.CharField(
        label=_("Your one-time code, or your password"),
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class TypedCodeForm(KindForm):
    code = forms.CharField(
        label=_("The code from the mail"),
        help_text=_("Six groups of four letters and numbers. Spaces and dashes do not matter."),
        max_length=100,
        widget=forms.TextInput(attrs=_TYPED_CODE),
    )


class NewPasswordForm(KindForm):
    """At least 12 characters, not a well-known password. Nothing else: long and easy to remember is best."""

    new_password = _password(
        _("New password"),
        "new-password",
        help_text=_("At least 12 characters. A few words that only you would put together work well."),
    )
    new_password_again = _password(_("New password, once more"), "new-password")

    def __init__(self, *args, user: User | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_new_password(self) -> str:
        password = self.cleaned_data["new_password"]
        validate_password(password, self.user)
        return password

    def clean(self):
        first, second = (self.cleaned_data.get(name) for name in ("new_password", "new_password_again"))
        if first and second and first != second:
            self.add_error("new_password_again", _("The two passwords are not the same."))


class KnownPasswordForm(KindForm):
    password = _password(_("Your password"), "current-password")


class ChangePasswordForm(NewPasswordForm):
    password = _password(_("Your password now"), "current-password")
    field_order = ["password", "new_password", "new_password_again"]


class ResetForm(TypedCodeForm, NewPasswordForm):
    field_order = ["code", "new_password", "new_password_again"]


class ForgottenForm(KindForm):
    email = forms.EmailField(label=_("Your e-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))


class AwayForm(KindForm):
    until = DateField(label=_("Away until (last day)"), required=False, help_text=_("Leave empty when back."))
    cover = forms.ModelChoiceField(
        label=_("Who covers"), queryset=User.objects.none(), required=False, empty_label=_("The team")
    )

    def __init__(self, *args, person: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cover"].queryset = User.objects.active().exclude(pk=person.pk).by_name()
