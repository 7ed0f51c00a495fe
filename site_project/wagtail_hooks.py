"""What the CMS gets from the project: the facts that both faces share."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.views.account import NameEmailSettingsPanel

from .office_screen import OfficeViewSet
from .posters import campaign_print


@hooks.register("register_admin_viewset")
def register_office():
    return OfficeViewSet()


@hooks.register("register_admin_urls")
def prints_of_campaigns():
    return [path("campaigns/print/<int:pk>/<slug:kind>/<slug:paper>/", campaign_print, name="campaign_print")]


@hooks.register("insert_global_admin_css")
def our_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("cms/cms.css"))


@hooks.register("insert_editor_js")
def one_save_at_a_time():
    return format_html('<script type="module" src="{}"></script>', static("cms/one-save-at-a-time.js"))


# Who people are is said in the portal only; the CMS's page of one's own account keeps theme and language.
NameEmailSettingsPanel.is_active = lambda panel: False
