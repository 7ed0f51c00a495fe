"""What every page of the public site has in common."""

from typing import Any

from django.conf import settings
from django.db import models
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

# The root of the tree is 1, a front page 2, and what lies right below a front page 3.
_BELOW_FRONT_PAGE = 3


class SitePage(Page):
    """A page of the public site. Every kind of page derives from this, never from Wagtail's own."""

    # What schema.org calls this kind of page; "" for a page that says nothing of itself to search engines.
    schema_type = "WebPage"

    review_on = models.DateField(
        _("look at it again on"),
        null=True,
        blank=True,
        help_text=_("From this day on, the dashboard reminds you to check that it is still true."),
    )
    social_image = models.ForeignKey(
        "pages.SiteImage",
        verbose_name=_("picture for sharing"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when somebody shares the page. Leave it empty for the picture of the office."),
    )

    search_fields = [*Page.search_fields, index.SearchField("search_description")]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("social_image")], heading=_("When it is shared")),
        MultiFieldPanel([FieldPanel("review_on")], heading=_("Keep it true")),
    ]

    class Meta:
        abstract = True

    def serve(self, request, *args, **kwargs):
        """A page has one address: Wagtail would also answer in English below the address of another language."""
        if get_language() != settings.LANGUAGE_CODE and self.locale.language_code != get_language():
            return redirect(self.get_url(request))
        return super().serve(request, *args, **kwargs)

    def get_view_restrictions(self):
        """The same as Wagtail's own, with one query for a page that no restriction and no alias stands above."""
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        special = models.Q(view_restrictions__isnull=False) | models.Q(alias_of__isnull=False)
        if Page.objects.filter(special, path__in=paths).exists():
            return super().get_view_restrictions()
        return PageViewRestriction.objects.none()

    @cached_property
    def trail(self):
        """The pages above this one, without the front page: the first first. No query where there are none."""
        if self.depth is None or self.depth <= _BELOW_FRONT_PAGE:
            return []
        parent = self.get_parent()
        above = parent.get_ancestors().filter(depth__gte=_BELOW_FRONT_PAGE) if parent.depth > _BELOW_FRONT_PAGE else ()
        return [*above, parent]

    def schema_facts(self, organizer: dict[str, Any]) -> dict[str, Any]:
        """What the page says of itself in the words of schema.org; `organizer` is the office, for those who name it."""
        return {
            "@type": self.schema_type,
            "name": self.seo_title or self.title,
            "description": self.search_description,
            "url": self.full_url,
        }
