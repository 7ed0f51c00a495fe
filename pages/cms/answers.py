"""Answers to forms in the CMS: for those who may read them, and as a file for fewer."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.contrib.forms.views import SubmissionsListView

READ, TAKE = "pages.view_formanswer", "pages.export_formanswer"
# A table program would run what begins so.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class AnswersView(SubmissionsListView):
    """The list. Files are made elsewhere, after asking again who it is."""

    is_file = False

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.is_export = self.is_file

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(TAKE if self.is_file else READ):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def show_export_buttons(self) -> bool:
        return False

    @property
    def header_more_buttons(self) -> list[Button]:
        if not self.request.user.has_perm(TAKE):
            return []
        papers = (("xlsx", _("Download XLSX")), ("csv", _("Download CSV")))
        return [
            Button(label, reverse("form_export", args=[self.form_page.pk, paper]), icon_name="download", priority=90)
            for paper, label in papers
        ]

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        return harmless(super().preprocess_field_value(field, value, export_format))


class AnswersFileView(AnswersView):
    is_file = True


def harmless(value: Any) -> Any:
    """Words that a table program would take for a formula, with an apostrophe before them."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
