"""The bar by which an editor goes from a public page to its text, with the checker for barriers."""

from django import template
from django.conf import settings
from django.template import Context
from wagtail.admin.templatetags.wagtailuserbar import get_page_instance, wagtailuserbar

register = template.Library()


@register.simple_tag(takes_context=True)
def editors_bar(context: Context) -> str:
    """For people with a second factor who may use the CMS. Without a cookie nobody is looked up."""
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES or not get_page_instance(context):
        return ""
    return wagtailuserbar(context) if request.user.is_authenticated and request.user.is_verified() else ""
