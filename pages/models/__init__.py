"""Kinds of public pages, one module per family."""

from .base import SitePage
from .campaigns import Campaign
from .checks import CheckState, CheckTask
from .chooser import ChooserPage
from .events import EventDate, EventPage, EventsIndexPage
from .faq import FaqPage
from .files import SiteDocument, SiteImage, SiteRendition
from .forms import FormAnswer, FormField, FormPage
from .home import HomePage
from .listing import IndexPage
from .news import NewsIndexPage, NewsPage
from .people import PeopleIndexPage, PersonPage
from .preview_links import PreviewLink
from .resources import ResourcePage, ResourcesIndexPage
from .seen_links import SeenLink
from .services import ServicePage, ServicesIndexPage
from .standard import StandardPage
from .topics import Topic
from .training import CoursePage, TrainingIndexPage
from .whole_site import PublicSite

__all__ = [
    "Campaign",
    "CheckState",
    "CheckTask",
    "ChooserPage",
    "CoursePage",
    "EventDate",
    "EventPage",
    "EventsIndexPage",
    "FaqPage",
    "FormAnswer",
    "FormField",
    "FormPage",
    "HomePage",
    "IndexPage",
    "NewsIndexPage",
    "NewsPage",
    "PeopleIndexPage",
    "PersonPage",
    "PreviewLink",
    "PublicSite",
    "ResourcePage",
    "ResourcesIndexPage",
    "SeenLink",
    "ServicePage",
    "ServicesIndexPage",
    "SiteDocument",
    "SiteImage",
    "SitePage",
    "SiteRendition",
    "StandardPage",
    "Topic",
    "TrainingIndexPage",
]
