from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages.blocks import BodyBlock
from pages.querysets import shown

from .base import SitePage


class StandardPage(SitePage):
    """A page of text: about us, contact, privacy."""

    intro = models.TextField(_("introduction"), max_length=400, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"))

    search_fields = [*SitePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [*SitePage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]

    class Meta:
        verbose_name = _("text page")

    def get_context(self, request, *args, **kwargs):
        # What lies below is found from here: no editor has to remember to link it.
        below = shown(self.get_children()) if self.pk and self.numchild else ()
        return super().get_context(request, *args, **kwargs) | {"below": below}
