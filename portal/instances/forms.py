from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm


class ExcuseForm(KindForm):
    reason = forms.CharField(
        label=_("Why will this document never exist?"),
        help_text=_("It stays in the register with your name. Do not write down what people told us."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
