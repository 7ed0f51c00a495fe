from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages.blocks import QuestionGroupBlock

from .base import SitePage


class FaqPage(SitePage):
    """Questions and answers, in groups, each answer folded under its question."""

    schema_type = "FAQPage"

    intro = models.TextField(_("introduction"), max_length=400, blank=True)
    groups = StreamField([("group", QuestionGroupBlock())], blank=True, verbose_name=_("groups of questions"))

    content_panels = [*SitePage.content_panels, FieldPanel("intro"), FieldPanel("groups")]
    search_fields = [*SitePage.search_fields, index.SearchField("intro"), index.SearchField("groups")]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("questions and answers")
        verbose_name_plural = _("questions and answers")
