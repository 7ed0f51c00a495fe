"""The screen on which an editor makes a link for a guest, sees those that work, and ends them."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from pages.models import PreviewLink
from pages.preview_links import can_share, end_link, make_link


class PreviewLinksView(WagtailAdminTemplateMixin, TemplateView):
    """GET lists; POST makes one, or ends one. A new link is in the answer to its POST and nowhere else."""

    template_name = "pages/cms/preview_links.html"
    page_title = _("Preview for a guest")
    header_icon = "view"

    def dispatch(self, request, *args, **kwargs):
        if not can_share(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["page_id"])

    def post(self, request, page_id):
        if request.POST.get("end", "").isdigit():
            end_link(link_id=int(request.POST["end"]), page=self.page, by=request.user)
            messages.success(request, _("The link no longer works."))
            return redirect("preview_links", page_id)
        token = make_link(page=self.page, by=request.user)
        address = settings.ACCORD_BASE_URL.rstrip("/") + reverse("pages:preview", args=[token])
        return self.render_to_response(self.get_context_data(address=address))

    def get_breadcrumbs_items(self):
        edit = {
            "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            "label": self.page.get_admin_display_title(),
        }
        return [*super().get_breadcrumbs_items(), edit, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        links = PreviewLink.objects.usable().filter(page=self.page).select_related("made_by", "revision")
        return super().get_context_data(**kwargs) | {"page": self.page, "links": links}


class PreviewLinkMenuItem(ActionMenuItem):
    """In the menu of the page's buttons, for everybody who may change it."""

    name = "action-preview-link"
    label = _("Preview for a guest")
    icon_name = "view"
    order = 65

    def is_shown(self, context):
        return context["view"] == "edit"

    def get_url(self, context):
        return reverse("preview_links", args=[context["page"].pk])
