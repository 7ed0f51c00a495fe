"""What a writer sees first: what comes and goes, what waits for a check, what wants to be read again."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from pages.due import coming_pages, pages_in_checks, stale_pages

AT_MOST = 10


def writes(user) -> bool:
    """Somebody who works on pages, and not only on those that wait for their check."""
    return policy_registry.get_by_type(Page).user_has_any_permission(user, ["add", "change", "publish"])


class WritersPanel(Component):
    name = "writers"
    order = 230
    template_name = "pages/cms/dashboard.html"

    def get_context_data(self, parent_context):
        if not writes(parent_context["request"].user):
            return {}
        return {
            "coming": coming_pages()[:AT_MOST],
            "in_checks": pages_in_checks()[:AT_MOST],
            "stale": stale_pages(AT_MOST),
            "is_writer": True,
            "heading": _("The next two weeks, and what waits"),
        }
