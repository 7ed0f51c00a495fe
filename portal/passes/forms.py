from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

_CODE = {
    "autocomplete": "off",
    "autocapitalize": "characters",
    "spellcheck": "false",
    "inputmode": "text",
}


class CodeForm(KindForm):
    code = forms.CharField(
        label=_("Your personal code"),
        help_text=_(
            "Six groups of four letters and numbers. Small or capital letters, spaces and dashes do not matter."
        ),
        max_length=100,
        widget=forms.TextInput(attrs=_CODE),
        error_messages={"required": _("Please enter your code.")},
    )


class InvitationForm(KindForm):
    code = forms.CharField(
        label=_("The code of your invitation"),
        help_text=_(
            "Six groups of four letters and numbers. Small or capital letters, spaces and dashes do not matter."
        ),
        max_length=100,
        widget=forms.TextInput(attrs=_CODE | {"data-from-fragment": ""}),
        error_messages={"required": _("Please enter the code that came with your invitation.")},
    )


class ProofForm(KindForm):
    """Asks an idle visitor once more; its field does not collide with those of the interrupted form."""

    proof = forms.CharField(
        label=_("Your personal code"),
        max_length=100,
        widget=forms.TextInput(attrs=_CODE),
        error_messages={"required": _("Please enter your code.")},
    )
