from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages.blocks import NoticeBlock, StepBlock
from pages.querysets import shown

from .base import SitePage
from .chooser import ChooserPage
from .services import ServicePage


class HomePage(SitePage):
    """The front page: what we offer, in one screen, and what happens if you write."""

    heading = models.CharField(_("heading"), max_length=80)
    intro = models.TextField(_("introduction"), max_length=300, help_text=_("Two short sentences under the heading."))
    services_heading = models.CharField(_("heading above the services"), max_length=80)
    steps_heading = models.CharField(_("heading above the steps"), max_length=80)
    steps = StreamField([("step", StepBlock())], verbose_name=_("what happens when someone writes"))
    notices = StreamField(
        [("notice", NoticeBlock())], blank=True, max_num=3, verbose_name=_("notices beside the steps")
    )

    search_fields = [
        *SitePage.search_fields,
        index.SearchField("heading"),
        index.SearchField("intro"),
        index.SearchField("steps"),
    ]
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("heading"),
        FieldPanel("intro"),
        FieldPanel("services_heading"),
        FieldPanel("steps_heading"),
        FieldPanel("steps"),
        FieldPanel("notices"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1

    class Meta:
        verbose_name = _("home page")

    def schema_facts(self, organizer):
        """The front page speaks for the office itself."""
        return organizer | {"url": self.full_url, "description": self.search_description}

    def get_context(self, request, *args, **kwargs):
        services = shown(ServicePage.objects.descendant_of(self))
        chooser = shown(ChooserPage.objects.child_of(self)).first()
        return super().get_context(request, *args, **kwargs) | {"services": services, "chooser": chooser}
