"""Kinds of public pages, one module per family."""

from .base import SitePage
from .campaigns import Campaign
from .checks import CheckState, CheckTask
from .events import EventDate, EventPage, EventsIndexPage
from .files import SiteDocument, SiteImage, SiteRendition
from .home import HomePage
from .preview_links import PreviewLink
from .services import ServicePage, ServicesIndexPage
from .standard import StandardPage
from .whole_site import PublicSite

__all__ = [
    "Campaign",
    "CheckState",
    "CheckTask",
    "EventDate",
    "EventPage",
    "EventsIndexPage",
    "HomePage",
    "PreviewLink",
    "PublicSite",
    "ServicePage",
    "ServicesIndexPage",
    "SiteDocument",
    "SiteImage",
    "SitePage",
    "SiteRendition",
    "StandardPage",
]
