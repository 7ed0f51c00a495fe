"""Training for visitors: what each course is. When it is held and how to enrol comes from `training`."""

from typing import Any

from django.db import models
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from pages.blocks import TEXT, BodyBlock, QuestionBlock
from pages.querysets import shown
from training.queries import open_offerings

from .base import SitePage
from .dates_form import DatesForm


def counted_now(response):
    """How many places are left changes by the minute: no cache keeps the page that says it."""
    patch_cache_control(response, no_cache=True)
    return response


class TrainingIndexPage(SitePage):
    """The courses side by side, and the dates that are open."""

    intro = models.TextField(_("introduction"), max_length=400, blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("below the courses"))

    search_fields = [*SitePage.search_fields, index.SearchField("intro")]
    content_panels = [*SitePage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.CoursePage", "pages.StandardPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of courses")

    def get_context(self, request, *args, **kwargs):
        courses = list(shown(CoursePage.objects.child_of(self)).select_related("course"))
        form, offerings, dates = DatesForm(request.GET), open_offerings(), {}
        for offering in offerings:
            dates.setdefault(offering.course.pk, offering)
        pages = {page.course_id: page for page in courses}
        context = {
            "cards": [(page, dates.get(page.course_id)) for page in courses],
            "dates": [(one, pages.get(one.course.pk)) for one in form.narrowed(offerings)],
            "any_dates": bool(offerings),
            "form": form,
        }
        return super().get_context(request, *args, **kwargs) | context

    def serve(self, request, *args, **kwargs):
        return counted_now(super().serve(request, *args, **kwargs))


class CoursePage(SitePage):
    """One course, in words: for whom, what is learned, what it leads to."""

    schema_type = "Course"

    course = models.ForeignKey(
        "training.Course",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("course"),
        help_text=_("The dates that are open for it are then printed by themselves."),
    )
    intro = models.TextField(_("introduction"), max_length=300)
    for_whom = models.CharField(_("for whom"), max_length=200)
    hours = models.CharField(_("how long"), max_length=120, help_text=_("Such as “40 hours on six evenings”."))
    what_is_learned = RichTextField(_("what you learn"), features=TEXT)
    leads_to = RichTextField(_("what it leads to"), features=TEXT, blank=True)
    requirements = RichTextField(_("what you need first"), features=TEXT, blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("more about it"))
    questions = StreamField([("question", QuestionBlock())], blank=True, verbose_name=_("questions and answers"))

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("course"),
        FieldPanel("intro"),
        MultiFieldPanel([FieldPanel("for_whom"), FieldPanel("hours")], heading=_("In short")),
        FieldPanel("what_is_learned"),
        FieldPanel("leads_to"),
        FieldPanel("requirements"),
        FieldPanel("body"),
        FieldPanel("questions"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("for_whom"),
        index.SearchField("what_is_learned"),
        index.SearchField("body"),
    ]
    parent_page_types = ["pages.TrainingIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("course page")

    def offerings(self) -> list[Any]:
        """What anybody can enrol in now; nothing as long as no course is chosen, or it is not public."""
        return open_offerings(self.course) if self.course and self.course.published else []

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"offerings": self._open_now}

    def serve(self, request, *args, **kwargs):
        return counted_now(super().serve(request, *args, **kwargs))

    def schema_facts(self, organizer: dict[str, Any]) -> dict[str, Any]:
        facts = {"description": self.search_description or self.intro, "provider": organizer, "audience": self._for()}
        if self.course:
            facts |= {"courseCode": self.course.code, "timeRequired": f"PT{self.course.hours}H"}
        dates = [self._instance(one, organizer) for one in self._open_now]
        return super().schema_facts(organizer) | facts | ({"hasCourseInstance": dates} if dates else {})

    @cached_property
    def _open_now(self) -> list[Any]:
        """Read once for the page and for what it says to search engines."""
        return self.offerings()

    def _instance(self, one: Any, organizer: dict[str, Any]) -> dict[str, Any]:
        """Dates of the course in the words of schema.org."""
        site = (self.full_url or "").removesuffix(self.url or "")
        return {
            "@type": "CourseInstance",
            "courseMode": "Onsite",
            "startDate": one.starts_at.isoformat(),
            "endDate": one.meetings[-1].ends_at.isoformat(),
            "location": one.place or organizer.get("name", ""),
            "courseWorkload": f"PT{self.course.hours}H",
            "maximumAttendeeCapacity": one.places,
            "remainingAttendeeCapacity": one.places_left,
            "offers": {
                "@type": "Offer",
                "price": 0,
                "priceCurrency": "USD",
                "category": "Free",
                "availability": "https://schema.org/InStock" if one.places_left else "https://schema.org/SoldOut",
                "validThrough": one.closes_at.isoformat(),
                "url": f"{site}{one.enrol_url}",
            },
        }

    def _for(self) -> dict[str, str]:
        return {"@type": "Audience", "audienceType": self.for_whom}
