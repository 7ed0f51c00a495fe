"""The office's facts, edited in the CMS and stored once, by the portal's own action."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from portal.programmes.actions import save_office
from portal.programmes.forms import OfficeForm
from portal.programmes.policies import can_change_office
from portal.programmes.queries import current_office


class OfficeView(WagtailAdminTemplateMixin, FormView):
    form_class = OfficeForm
    template_name = "wagtailadmin/generic/form.html"
    page_title = _("Office")
    header_icon = "home"

    def dispatch(self, request, *args, **kwargs):
        if not can_change_office(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | {"office": current_office(self.request)}
        del kwargs["initial"]  # the form fills itself from the office
        return kwargs

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        words = {"action_url": self.request.path, "submit_button_label": _("Save")}
        return super().get_context_data(**kwargs) | words | {"submit_button_active_label": _("Saving…")}

    def form_valid(self, form):
        save_office(facts=form.facts, by=self.request.user)
        messages.success(self.request, _("Saved. Every page shows it from now on."))
        return redirect(reverse("office:office"))


class OfficeMenuItem(MenuItem):
    def is_shown(self, request):
        return can_change_office(request.user)


class OfficeViewSet(ViewSet):
    name = "office"
    icon = "home"
    menu_label = _("Office")
    menu_order = 150
    add_to_admin_menu = True
    menu_item_class = OfficeMenuItem

    def get_urlpatterns(self):
        return [path("", OfficeView.as_view(), name="office")]
