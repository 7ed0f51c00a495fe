"""Issuing, using and ending personal codes and invitations. A code leaves here once, and is never kept."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from . import arrivals, codes
from .models import Invitation, Pass, PassSession
from .throttle import Throttle

PASS_LIFETIME = timedelta(days=365)
INVITATION_LIFETIME = timedelta(days=30)

# A code has 120 random bits: this is against noise, not against luck.
TRIES = Throttle("personal-code", per_network=10, overall=300, seconds=600)


class Issued(NamedTuple):
    entry: Pass
    code: str
    phrase: str


class Invited(NamedTuple):
    invitation: Invitation
    code: str


class EntryRefused(Exception):
    """The code is wrong, over, revoked or already used: never said which."""


def issue_pass(*, key_id: UUID) -> Issued:
    """A new pass under this key, with the code and the phone phrase to show once."""
    entry = Pass(vault_key=key_id)
    return _set_code(entry)


@transaction.atomic
def reissue_pass(*, entry: Pass) -> Issued:
    """A new code and phrase for the same pass. The old ones, and visits begun with them, end at once."""
    entry = Pass.objects.select_for_update().get(pk=entry.pk)
    entry.visits.all().delete()
    return _set_code(entry)


@transaction.atomic
def revoke_pass(*, entry: Pass) -> None:
    entry.visits.all().delete()
    Pass.objects.filter(pk=entry.pk, revoked_at=None).update(revoked_at=timezone.now())


def enter(*, code: str, network: str) -> str:
    """Exchange a personal code for a visit. Returns the secret of its cookie.

    Raises EntryRefused, or TooManyTries before looking.
    """
    TRIES.check(network)
    entry = Pass.objects.usable().filter(code_hash=codes.digest("pass", code)).first()
    if entry is None:
        TRIES.count(network)
        raise EntryRefused
    return begin_visit(entry=entry)


def begin_visit(*, entry: Pass) -> str:
    """A visit on this device. Returns the secret of its cookie."""
    secret = secrets.token_urlsafe(32)
    PassSession.objects.create(entry=entry, secret_hash=codes.secret_digest(secret))
    return secret


def prove(*, visit: PassSession, code: str, network: str) -> None:
    """Go on with a visit that was idle for too long. Raises as `enter` does."""
    TRIES.check(network)
    if not secrets.compare_digest(visit.entry.code_hash, codes.digest("pass", code)):
        TRIES.count(network)
        raise EntryRefused
    visit.last_seen_at = timezone.now()
    visit.save(update_fields=["last_seen_at"])


def leave(*, secret: str) -> None:
    PassSession.objects.filter(secret_hash=codes.secret_digest(secret)).delete()


def invite(*, key_id: UUID) -> Invited:
    """A one-time invitation under this key, with the code that its reader types."""
    code = codes.new_code()
    invitation = Invitation.objects.create(
        vault_key=key_id,
        code_hash=codes.digest("invitation", code),
        expires_at=timezone.now() + INVITATION_LIFETIME,
    )
    return Invited(invitation, code)


@transaction.atomic
def accept(*, code: str, network: str) -> Issued:
    """Use an invitation up and give its holder a pass of their own.

    Raises EntryRefused, or TooManyTries before looking.
    """
    TRIES.check(network)
    sought = Invitation.objects.select_for_update().usable().filter(code_hash=codes.digest("invitation", code))
    invitation = sought.first()
    if invitation is None:
        TRIES.count(network)
        raise EntryRefused
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    issued = issue_pass(key_id=invitation.vault_key)
    arrivals.announce(invitation, issued.entry)
    return issued


def revoke_invitation(*, invitation: Invitation) -> None:
    """This one cannot be accepted any more."""
    Invitation.objects.filter(pk=invitation.pk, used_at=None, revoked_at=None).update(revoked_at=timezone.now())


def revoke_invitations(*, key_id: UUID) -> None:
    """Nobody can accept an invitation under this key any more."""
    Invitation.objects.filter(vault_key=key_id, used_at=None, revoked_at=None).update(revoked_at=timezone.now())


def end_sessions(*, key_id: UUID) -> None:
    """End every visit with a pass under this key."""
    PassSession.objects.filter(entry__vault_key=key_id).delete()


def end_passes(*, key_id: UUID) -> None:
    """Nobody comes in with a pass or an invitation of this key any more."""
    end_sessions(key_id=key_id)
    Pass.objects.filter(vault_key=key_id, revoked_at=None).update(revoked_at=timezone.now())
    revoke_invitations(key_id=key_id)


def _set_code(entry: Pass) -> Issued:
    code, phrase = codes.new_code(), codes.new_phrase()
    entry.code_hash = codes.digest("pass", code)
    entry.phrase = phrase
    entry.issued_at = timezone.now()
    entry.expires_at = entry.issued_at + PASS_LIFETIME
    entry.revoked_at = None
    entry.save()
    return Issued(entry, code, phrase)
