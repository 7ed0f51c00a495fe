"""Making, finding and ending the links by which guests read drafts. The token itself is never stored."""

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from .models import PreviewLink

LASTS = timedelta(days=7)
TOKEN_BYTES = 32


def can_share(user, page: Page) -> bool:
    return page.permissions_for_user(user).can_edit()


@transaction.atomic
def make_link(*, page: Page, by) -> str:
    """A new link to the newest draft of a page; returns its token, for this one time. Raises PermissionDenied."""
    if not can_share(by, page):
        raise PermissionDenied
    token = token_urlsafe(TOKEN_BYTES)
    revision = page.get_latest_revision() or page.specific.save_revision(user=by)
    PreviewLink.objects.create(
        page=page, revision=revision, token_hash=_hash(token), made_by=by, expires_at=timezone.now() + LASTS
    )
    log(instance=page, action="pages.preview_link.make", user=by, revision=revision)
    return token


@transaction.atomic
def end_link(*, link_id: int, page: Page, by) -> None:
    """Close a link of this page at once; one that is over stays as it is. Raises PermissionDenied."""
    if not can_share(by, page):
        raise PermissionDenied
    ended = PreviewLink.objects.usable().filter(pk=link_id, page=page).update(revoked_at=timezone.now())
    if ended:
        log(instance=page, action="pages.preview_link.end", user=by)


def find_link(token: str) -> PreviewLink | None:
    """The link of this token, while it may be used."""
    return PreviewLink.objects.usable().select_related("revision").filter(token_hash=_hash(token)).first()


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
