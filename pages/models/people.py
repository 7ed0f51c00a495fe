from itertools import groupby

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from pages.blocks import TEXT
from pages.kinds import Group
from pages.pictures import with_pictures

from .base import SitePage
from .listing import IndexPage


class PeopleIndexPage(IndexPage):
    """Who works here. Nobody is on it who did not ask to be."""

    per_page = 60
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types = ["pages.PersonPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of people")

    @property
    def items(self):
        return with_pictures(super().items.order_by("group", "sort_name", "title"), "picture")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        people = groupby(context["listed"].items, key=lambda person: person.group)
        return context | {"groups": [(Group(group).label, list(members)) for group, members in people]}


class PersonPage(SitePage):
    """Somebody of the office, as they wish to be introduced."""

    schema_type = "ProfilePage"

    group = models.CharField(_("belongs to"), max_length=20, choices=Group.choices, default=Group.OFFICE)
    sort_name = models.CharField(_("name to sort by"), max_length=80, blank=True, help_text=_("Mostly the last name."))
    role = models.CharField(_("what they do"), max_length=120)
    pronouns = models.CharField(_("pronouns"), max_length=40, blank=True, help_text=_("As they say them themselves."))
    languages = models.CharField(_("languages"), max_length=120, blank=True)
    picture = models.ForeignKey(
        "pages.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    about = RichTextField(_("about them"), features=TEXT, blank=True)

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("group"),
        FieldPanel("sort_name"),
        FieldPanel("role"),
        FieldPanel("pronouns"),
        FieldPanel("languages"),
        FieldPanel("picture"),
        FieldPanel("about"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("role"), index.SearchField("about")]
    parent_page_types = ["pages.PeopleIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
