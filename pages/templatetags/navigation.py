"""The public site's menu, read from the page tree."""

from dataclasses import dataclass

from django import template
from django.template import Context
from wagtail.models import Page, Site

from pages.querysets import shown

register = template.Library()


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str
    is_current: bool


@register.simple_tag(takes_context=True)
def site_menu(context: Context) -> list[MenuItem]:
    """Return the pages below the home page that an editor put in the menu."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return []
    children = shown(Page.objects.child_of(site.root_page)).in_menu()
    items = [(page.title, page.get_url(request)) for page in children]
    return [MenuItem(title, url, request.path.startswith(url)) for title, url in items if url]
