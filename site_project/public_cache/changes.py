"""Whatever changes what visitors read begins a new edition, in the moment its transaction is committed.

The CMS and our own actions save rows in every process: web, worker and timer. So it is the rows that are listened to,
and one edition too many is better than one too few.
"""

from typing import Any

from django.db import models, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.contrib.forms.models import AbstractFormSubmission
from wagtail.models import Page, Revision
from wagtail.signals import post_page_move

from pages import edition

# Every table of these apps shows on public pages, except those named below.
APPS = frozenset({"pages", "wagtailimages", "wagtaildocs", "wagtailredirects", "wagtailsearchpromotions"})
TABLES = frozenset(
    {
        "wagtailcore.Site",
        "wagtailcore.Locale",
        "wagtailcore.PageViewRestriction",
        # The office's own facts, approved words and published figures. A batch of figures is seen by the deletion of
        # the lines that waited for it.
        "portal.Office",
        "portal.Programme",
        "portal.Notice",
        "portal.Statistic",
        "portal.WaitingStatistic",
    }
)
# Made while a page is rendered, or shown on no page that is kept.
NOT_SHOWN = frozenset({"pages.SiteRendition", "pages.Campaign", "pages.PreviewLink", "pages.SeenLink"})
# What saving a draft writes into the page itself.
OF_A_DRAFT = frozenset({"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"})


def listen() -> None:
    for signal in (post_save, post_delete):
        signal.connect(_row_changed, dispatch_uid="public-cache")
    m2m_changed.connect(_relation_changed, dispatch_uid="public-cache")
    # The tree is moved by raw SQL, below Django's signals.
    post_page_move.connect(_tree_changed, dispatch_uid="public-cache")


def is_shown(model: type[models.Model]) -> bool:
    """Whether rows of this model are seen by visitors."""
    meta = model._meta
    if issubclass(model, AbstractFormSubmission) or meta.label in NOT_SHOWN:
        return False
    return issubclass(model, Page) or meta.app_label in APPS or meta.label in TABLES


def _row_changed(sender: type[models.Model], instance: models.Model, using: str, **more: Any) -> None:
    if sender is Revision:
        is_new_to_visitors = instance.approved_go_live_at is not None
    else:
        is_new_to_visitors = is_shown(sender) and not _is_draft_only(sender, more.get("update_fields"))
    if is_new_to_visitors:
        _renew_when_committed(using)


def _is_draft_only(model: type[models.Model], names: frozenset[str] | None) -> bool:
    return issubclass(model, Page) and names is not None and names <= OF_A_DRAFT


def _relation_changed(sender: type[models.Model], instance: models.Model, action: str, using: str, **more: Any) -> None:
    if action.startswith("post_") and is_shown(type(instance)):
        _renew_when_committed(using)


def _tree_changed(sender: type[Page], instance: Page, **more: Any) -> None:
    _renew_when_committed(instance._state.db)


def _renew_when_committed(using: str | None) -> None:
    transaction.on_commit(edition.renew, using=using)
