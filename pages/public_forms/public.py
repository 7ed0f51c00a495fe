"""A form as an editor built it and a visitor sees it: kind errors, nothing typed lost, no place for a conflict."""

from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

from portal.forms import DateField, KindForm, Problem

from .protection import TICKET, TRAP, TicketField, TrapField, new_ticket

LONG = 4000


class Words(forms.CharField):
    """What is too long is said, not cut off by the browser without a word."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class PublicForm(BaseForm, KindForm):
    """The base of every built form. Its two own fields are kept out of the answers."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[TRAP], self.fields[TICKET] = TrapField(), TicketField()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for error in self.errors.get(TICKET, forms.utils.ErrorList()).as_data():
            self.add_error(None, error)
            if error.code == "stale":
                self.data = self.data.copy()
                self.data[self.add_prefix(TICKET)] = new_ticket()
        return cleaned

    def errors_for_summary(self) -> list[Problem]:
        """The ticket is a hidden field: what is wrong with it stands above all others, without a link."""
        return [problem for problem in super().errors_for_summary() if problem.anchor != self[TICKET].id_for_label]

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in (TRAP, TICKET)]

    @property
    def trap(self) -> forms.BoundField:
        return self[TRAP]

    @property
    def ticket(self) -> forms.BoundField:
        return self[TICKET]

    @property
    def answers(self) -> dict[str, Any]:
        """What is kept."""
        return {name: value for name, value in self.cleaned_data.items() if name not in (TRAP, TICKET)}


class PublicFormBuilder(FormBuilder):
    """Builds only what our fields know to print; files are not among it."""

    def create_singleline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return Words(**{**options, "help_text": with_plea(field.help_text)}, max_length=255)

    def create_multiline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.Textarea({"rows": 5})
        return Words(**{**options, "help_text": with_plea(field.help_text), "widget": widget}, max_length=LONG)

    def create_date_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return DateField(**options)

    def get_form_class(self) -> type[PublicForm]:
        return type("BuiltForm", (PublicForm,), self.formfields)


def with_plea(help_text: str) -> SafeString:
    """What stands beside every box for free words."""
    link = format_html('<a href="{}">{}</a>', reverse_lazy("portal:intake:start"), _("the protected request"))
    plea = format_html(_("Please do not describe a conflict here; for that there is {link}."), link=link)
    return format_html("{} {}", help_text, plea) if help_text else plea
