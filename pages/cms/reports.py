"""Two reports of ours: pages to read again, and links."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from pages.due import stale_pages
from pages.links import look_through_links, mark_as_seen

from .dashboard import writes


class WritersView(WagtailAdminTemplateMixin, TemplateView):
    """A screen for those who write pages."""

    def dispatch(self, request, *args, **kwargs):
        if not writes(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]


class StalePagesView(WritersView):
    template_name = "pages/cms/stale_pages.html"
    page_title = _("Pages to read again")
    header_icon = "time"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"stale": stale_pages()}


class LinksView(WritersView):
    template_name = "pages/cms/links.html"
    page_title = _("Links")
    header_icon = "link"

    def post(self, request):
        known = {one.url for one in look_through_links().outside}
        if (url := request.POST.get("seen", "")) in known:
            mark_as_seen(url=url, by=request.user)
            messages.success(request, _("Thank you. The day and your name are noted beside the link."))
        else:
            messages.error(request, _("No published page leads there any more, so nothing was noted."))
        return redirect("links")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"links": look_through_links()}


class HelpView(WritersView):
    template_name = "pages/cms/help.html"
    page_title = _("Writing for this site")
    header_icon = "help"


class WritersMenuItem(MenuItem):
    def is_shown(self, request):
        return writes(request.user)
