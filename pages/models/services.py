from django.db import models
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import PageChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from pages.blocks import TEXT, BodyBlock, DocumentBlock, QuestionBlock, StepBlock
from pages.querysets import shown

from .base import SitePage


class Service(models.TextChoices):
    """The four services. The portal's processes have the same codes."""

    COACHING = "COACHING", _("Conflict coaching")
    FACILITATION = "FACILITATION", _("Facilitation")
    MEDIATION = "MEDIATION", _("Mediation")
    RESTORATIVE_JUSTICE = "RESTORATIVE_JUSTICE", _("Restorative justice")


class ServicesIndexPage(SitePage):
    """The services side by side, for somebody who does not know which one fits."""

    intro = models.TextField(_("introduction"), max_length=400)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("below the services"))

    search_fields = [*SitePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [*SitePage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.ServicePage"]
    max_count = 1

    class Meta:
        verbose_name = _("list of services")

    def route(self, request, path_components):
        """Find a service with one query instead of two: every page below is a service."""
        if len(path_components) != 1:
            return super().route(request, path_components)
        service = get_object_or_404(ServicePage.objects.child_of(self), slug=path_components[0])
        service._cached_parent_obj = self
        return service.route(request, [])

    def get_context(self, request, *args, **kwargs):
        services = shown(ServicePage.objects.child_of(self))
        return super().get_context(request, *args, **kwargs) | {"services": services}


class ServicePage(SitePage):
    """One service: what it is, how it goes, who takes part, what is kept and where that ends."""

    service = models.CharField(_("service"), max_length=30, choices=Service.choices)
    intro = models.TextField(_("introduction"), max_length=300)
    card_text = models.CharField(_("text on its card"), max_length=160)
    card_note = models.CharField(_("small print on its card"), max_length=60)
    ask_heading = models.CharField(_("heading above “Start”"), max_length=60)
    who_takes_part = models.CharField(_("who takes part"), max_length=200)
    duration = models.CharField(_("how long it takes"), max_length=200)
    what_it_is = RichTextField(_("what it is"), features=TEXT)
    steps = StreamField([("step", StepBlock())], verbose_name=_("how it works, step by step"))
    kept = RichTextField(_("what is kept afterwards, and the limits of that"), features=TEXT)
    questions = StreamField([("question", QuestionBlock())], blank=True, verbose_name=_("questions and answers"))
    downloads = StreamField([("document", DocumentBlock())], blank=True, verbose_name=_("documents to read"))
    related = StreamField(
        [("page", PageChooserBlock(page_type="pages.ResourcePage", label=_("Resource")))],
        blank=True,
        max_num=4,
        verbose_name=_("resources that go with it"),
    )

    search_fields = [
        *SitePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("what_it_is"),
        index.SearchField("steps"),
        index.SearchField("kept"),
        index.SearchField("questions"),
    ]
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("service"),
        FieldPanel("intro"),
        MultiFieldPanel([FieldPanel("card_text"), FieldPanel("card_note")], heading=_("On its card")),
        MultiFieldPanel(
            [FieldPanel("ask_heading"), FieldPanel("who_takes_part"), FieldPanel("duration")], heading=_("In short")
        ),
        FieldPanel("what_it_is"),
        FieldPanel("steps"),
        FieldPanel("kept"),
        FieldPanel("questions"),
        FieldPanel("downloads"),
        FieldPanel("related"),
    ]
    parent_page_types = ["pages.ServicesIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("service")

    @property
    def art(self):
        """The template of the drawing that goes with the service."""
        return f"pages/art/{self.service.lower()}.html"

    def get_context(self, request, *args, **kwargs):
        related = [block.value for block in self.related if block.value and block.value.live]
        return super().get_context(request, *args, **kwargs) | {"related": related}
