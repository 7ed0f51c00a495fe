"""When the public site will look different by itself: a page begins or ends, an alert, an event."""

import math
from collections.abc import Iterator
from datetime import datetime

from django.apps import apps
from django.db.models import Min, Model, Q
from django.utils import timezone
from wagtail.models import Page, Revision

from pages.models import PublicSite


def next_one() -> float:
    """The next such moment, in seconds since 1970; infinity when none is known."""
    now = timezone.now()
    moments = [moment for moment in _upcoming(now) if moment]
    return min((moment.timestamp() for moment in moments), default=math.inf)


def _upcoming(now: datetime) -> Iterator[datetime | None]:
    yield _first(Page, "expire_at", now, live=True)
    yield _first(Revision, "approved_go_live_at", now)
    yield PublicSite.current().next_change()
    for model, names in _models_that_change_by_themselves():
        yield from _first_of_all(model, names, now)


def _models_that_change_by_themselves() -> Iterator[tuple[type[Model], tuple[str, ...]]]:
    """Those that name the fields in which such moments stand: `changes_at = ("starts_at", "ends_at")`."""
    for model in apps.get_app_config("pages").get_models():
        if names := getattr(model, "changes_at", ()):
            yield model, names


def _first(model: type[Model], name: str, now: datetime, **which: object) -> datetime | None:
    return model._default_manager.filter(**which, **{f"{name}__gt": now}).aggregate(at=Min(name))["at"]


def _first_of_all(model: type[Model], names: tuple[str, ...], now: datetime) -> list[datetime | None]:
    """In one query, however many moments a model has."""
    wanted = {name: Min(name, filter=Q(**{f"{name}__gt": now})) for name in names}
    return list(model._default_manager.aggregate(**{f"at_{name}": least for name, least in wanted.items()}).values())
