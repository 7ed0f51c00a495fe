"""What the communications lead sets for the whole public site."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField

from pages.blocks.whole_site import AlertBlock, ClosedBlock, LinkBlock, MenuBlock


@register_setting(icon="site", order=100)
class PublicSite(BaseGenericSetting):
    """Banners, menu, links at the foot, and the words where no page is. One row, read once for a page."""

    banners = StreamField(
        [("alert", AlertBlock()), ("closed", ClosedBlock())],
        blank=True,
        max_num=3,
        verbose_name=_("notices above every page"),
        help_text=_("They appear and go by themselves, at once and without a check."),
    )
    menu = StreamField(
        [("entry", MenuBlock())],
        blank=True,
        max_num=7,
        verbose_name=_("menu"),
        help_text=_("Empty: the pages right below the home page that say “show in menus”."),
    )
    footer = StreamField(
        [("link", LinkBlock())], blank=True, max_num=8, verbose_name=_("links at the foot of every page")
    )
    missing_heading = models.CharField(
        _("heading where there is no page"), max_length=80, blank=True, help_text=_("Empty: the words of the program.")
    )
    missing_text = models.TextField(_("text where there is no page"), max_length=400, blank=True)

    edit_handler = TabbedInterface(
        [
            ObjectList([FieldPanel("banners")], heading=_("Notices")),
            ObjectList([FieldPanel("menu")], heading=_("Menu")),
            ObjectList([FieldPanel("footer")], heading=_("Foot")),
            ObjectList([FieldPanel("missing_heading"), FieldPanel("missing_text")], heading=_("No page")),
        ]
    )

    class Meta:
        verbose_name = _("whole site")

    @classmethod
    def current(cls) -> PublicSite:
        """The settings, or empty ones: reading a page writes nothing."""
        return cls.objects.first() or cls()

    def banners_now(self) -> list[dict]:
        """The stored values of the banners of this moment. As stored: made into blocks, each would ask for its page."""
        now = timezone.now()
        banners = [entry["value"] for entry in self.banners.raw_data]
        return [one for one in banners if (_begin(one) or now) <= now < (_end(one) or datetime.max.replace(tzinfo=UTC))]

    def next_change(self) -> datetime | None:
        """When the next banner comes or goes: until then a page stays as it is."""
        banners = [entry["value"] for entry in self.banners.raw_data]
        moments = [moment for one in banners for moment in (_begin(one), _end(one))]
        return min((moment for moment in moments if moment and moment > timezone.now()), default=None)


def _begin(banner: dict) -> datetime | None:
    return _moment(banner.get("starts_at"))


def _end(banner: dict) -> datetime | None:
    return _moment(banner.get("ends_at"))


def _moment(value: str | datetime | None) -> datetime | None:
    return parse_datetime(value) if isinstance(value, str) else value
