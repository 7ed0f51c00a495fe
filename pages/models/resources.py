from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages.audiences import Audience
from pages.blocks import BodyBlock
from pages.forms import ResourceFilter
from pages.kinds import ResourceKind, minutes_in_words
from pages.pictures import with_pictures

from .base import SitePage
from .listing import IndexPage


class ResourcesIndexPage(IndexPage):
    """All that people can read, watch and fill in by themselves."""

    query_names = ("q", "topic", "kind", "audience", "page")
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.ResourcePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of resources")

    @property
    def items(self):
        return with_pictures(super().items.order_by("title"), "picture")

    def filter_form(self, request):
        # Made once for a request: its list of topics is a query.
        if not hasattr(request, "resource_filter"):
            request.resource_filter = ResourceFilter(request.GET)
        return request.resource_filter

    def narrowed(self, request):
        """Those that fit what was asked for. A filter that nobody offers finds nothing."""
        form = self.filter_form(request)
        if not form.is_valid():
            return self.items.none()
        wanted = form.cleaned_data
        found = self.items
        for word in wanted["q"].split():
            found = found.filter(Q(title__icontains=word) | Q(intro__icontains=word))
        if wanted["topic"]:
            found = found.filter(topics__slug=wanted["topic"])
        if wanted["kind"]:
            found = found.filter(kind=wanted["kind"])
        if wanted["audience"]:
            found = found.filter(audience__in=[Audience.EVERYBODY, wanted["audience"]])
        return found

    def get_context(self, request, *args, **kwargs):
        form = self.filter_form(request)
        is_narrowed = any(request.GET.get(name) for name in self.query_names if name != "page")
        return super().get_context(request, *args, **kwargs) | {"filter_form": form, "is_narrowed": is_narrowed}


class ResourcePage(SitePage):
    """Something to read, watch or fill in by oneself. It can be passed on by its address, or printed."""

    schema_type = "Article"

    kind = models.CharField(_("kind"), max_length=20, choices=ResourceKind.choices, default=ResourceKind.ARTICLE)
    audience = models.CharField(_("written for"), max_length=20, choices=Audience.choices, default=Audience.EVERYBODY)
    topics = ParentalManyToManyField("pages.Topic", verbose_name=_("topics"), blank=True, related_name="resources")
    minutes = models.PositiveSmallIntegerField(
        _("minutes it takes"), null=True, blank=True, help_text=_("To read, watch or fill in.")
    )
    intro = models.TextField(_("introduction"), max_length=300)
    picture = models.ForeignKey(
        "pages.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("topics"), FieldPanel("audience"), FieldPanel("minutes")],
            heading=_("How it is found"),
        ),
        FieldPanel("intro"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    parent_page_types = ["pages.ResourcesIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("resource")

    @property
    def is_for_some(self):
        return self.audience != Audience.EVERYBODY

    @property
    def shows_picture(self):
        """A video begins with a picture of its own; above it, the same one would stand twice."""
        return self.picture is not None and self.kind != ResourceKind.VIDEO

    @property
    def motif(self):
        """The template of the drawing that stands on its card in place of a picture."""
        return f"pages/art/kind_{self.kind.lower()}.html"

    @property
    def takes(self):
        """How long it takes, in words; "" when nobody said."""
        return minutes_in_words(self.minutes)

    def get_context(self, request, *args, **kwargs):
        found = {"topics": list(self.topics.all()), "index_url": self.get_parent().get_url(request)}
        return super().get_context(request, *args, **kwargs) | found
