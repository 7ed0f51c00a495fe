"""Sessions, listening circles and workshops: what is coming, and what has been."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from pages.audiences import Audience
from pages.blocks import BodyBlock
from pages.calendars import of_page
from pages.events import gathered
from pages.kinds import EventKind
from pages.querysets import shown

from .base import SitePage


class EventsIndexPage(SitePage):
    """What is coming, soonest first; behind a link, what has been."""

    intro = models.TextField(_("introduction"), max_length=400, blank=True)
    nothing_coming = models.CharField(
        _("when nothing is planned"),
        max_length=200,
        blank=True,
        help_text=_("One sentence, such as when new dates usually come out."),
    )

    search_fields = [*SitePage.search_fields, index.SearchField("intro")]
    content_panels = [*SitePage.content_panels, FieldPanel("intro"), FieldPanel("nothing_coming")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.EventPage", "pages.FormPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of events")

    def route(self, request, path_components):
        """Find an event with one query instead of three: nearly every page below is one."""
        if len(path_components) != 1 or not path_components[0]:
            return super().route(request, path_components)
        events = EventPage.objects.child_of(self).select_related("sign_up_page")
        if (event := events.filter(slug=path_components[0]).first()) is None:
            return super().route(request, path_components)
        event._cached_parent_obj = self
        return event.route(request, [])

    @property
    def events(self):
        """Those that visitors may see, with their dates, in one query and one for the dates."""
        return shown(EventPage.objects.child_of(self)).prefetch_related("dates")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | gathered(self.events, request.GET)


class EventPage(SitePage):
    """One event on one or several dates."""

    schema_type = "Event"
    # When lists and pages look different by themselves, for whoever keeps copies of them.
    changes_at = ("starts_at", "ends_at")

    kind = models.CharField(_("kind"), max_length=20, choices=EventKind.choices, default=EventKind.SESSION)
    intro = models.TextField(_("introduction"), max_length=300, help_text=_("What people take home, in two sentences."))
    audience = models.CharField(_("for whom"), max_length=20, choices=Audience.choices, default=Audience.EVERYBODY)
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("Building and room. Say how to get in without steps.")
    )
    online_url = models.URLField(_("link to take part online"), blank=True)
    capacity_note = models.CharField(
        _("places"), max_length=120, blank=True, help_text=_("Such as “16 places, first come, first served”.")
    )
    sign_up_page = models.ForeignKey(
        "pages.FormPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("form to sign up"),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("more about it"))
    is_cancelled = models.BooleanField(
        _("cancelled"), default=False, help_text=_("Keep the page, so that people who noted the date learn of it.")
    )
    # From the dates, whenever the page is saved: the first start and the last end.
    starts_at = models.DateTimeField(null=True, editable=False, db_index=True)
    ends_at = models.DateTimeField(null=True, editable=False, db_index=True)

    topics = ParentalManyToManyField("pages.Topic", verbose_name=_("topics"), blank=True, related_name="events")

    content_panels = [
        *SitePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("audience")]),
        FieldPanel("topics"),
        FieldPanel("intro"),
        InlinePanel("dates", label=_("date"), heading=_("Dates"), max_num=30),
        MultiFieldPanel([FieldPanel("place"), FieldPanel("online_url")], heading=_("Where")),
        MultiFieldPanel(
            [FieldPanel("capacity_note"), PageChooserPanel("sign_up_page", "pages.FormPage")], heading=_("Taking part")
        ),
        FieldPanel("body"),
        FieldPanel("is_cancelled"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("place"),
        index.SearchField("body"),
    ]
    parent_page_types = ["pages.EventsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("event")

    @staticmethod
    def kinds() -> dict[str, Any]:
        return dict(EventKind.choices)

    def clean(self) -> None:
        super().clean()
        dates = [date for date in self.dates.all() if date.starts_at and date.ends_at]
        self.starts_at = min((date.starts_at for date in dates), default=None)
        self.ends_at = max((date.ends_at for date in dates), default=None)

    @cached_property
    def all_dates(self) -> list["EventDate"]:
        """The earliest first, whatever their order in the form."""
        return sorted(self.dates.all(), key=lambda date: date.starts_at)

    @property
    def next_date(self) -> "EventDate | None":
        """The one that matters now: the next to end, or the last when all are over."""
        now = timezone.now()
        coming = (date for date in self.all_dates if date.ends_at >= now)
        return next(coming, self.all_dates[-1] if self.all_dates else None)

    @property
    def is_over(self) -> bool:
        return self.ends_at is not None and self.ends_at < timezone.now()

    @property
    def sequence(self) -> int:
        """Which edition of the event a calendar reads: it rises with each publishing (RFC 5545, 3.8.7.4)."""
        if not (self.first_published_at and self.last_published_at):
            return 0
        return int((self.last_published_at - self.first_published_at).total_seconds())

    def schema_facts(self, organizer: dict[str, Any]) -> dict[str, Any]:
        return super().schema_facts(organizer) | of_page(self) | {"organizer": organizer}


class EventDate(Orderable):
    """From when to when, on one day."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="dates")
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))

    panels = [FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(name="event_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at")))
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("It ends before it starts.")})
