"""Which pages anybody may be pointed to."""

from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from wagtail.models import PageViewRestriction


def shown(pages):
    """Those of `pages` that are published and not behind a restriction, in tree order, in one query.

    Wagtail's own `.public()` reads every restriction first, once a list.
    """
    behind = PageViewRestriction.objects.filter(page__path=Substr(OuterRef("path"), 1, Length("page__path")))
    return pages.live().filter(~Exists(behind)).order_by("path")
