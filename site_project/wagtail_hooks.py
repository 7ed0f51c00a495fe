"""What the CMS gets from the project: the facts that both faces share."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from .office_screen import OfficeViewSet


@hooks.register("register_admin_viewset")
def register_office():
    return OfficeViewSet()


@hooks.register("insert_global_admin_css")
def our_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("cms/cms.css"))
