"""The steps of a campaign: proof, two checks, approval, and back. Each is one transaction and one line of history."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from .models.campaigns import Campaign, Step


class StepRefused(Exception):
    """Says in words what is missing."""


@dataclass(frozen=True)
class Move:
    """One button: what it does, who may press it, and what must be so before."""

    name: str
    label: str | Promise
    history: str | Promise
    permission: str
    do: Callable[[Campaign, object], None]
    missing: Callable[[Campaign, object], str | Promise]

    def may(self, user) -> bool:
        return user.has_perm(f"pages.{self.permission}_campaign")


def take(*, name: str, campaign_id: int, by) -> Campaign:
    """Take one step. Raises PermissionDenied, or StepRefused with what is missing."""
    move = MOVES[name]
    if not move.may(by):
        raise PermissionDenied
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update().get(pk=campaign_id)
        if words := move.missing(campaign, by):
            raise StepRefused(words)
        move.do(campaign, by)
        campaign.save()
        log(campaign, f"campaign.{name}", user=by)
    return campaign


def open_to(user, campaign: Campaign) -> list[Move]:
    """The buttons for this person now."""
    return [move for move in MOVES.values() if move.may(user) and not move.missing(campaign, user)]


def _send_to_proof(campaign: Campaign, by) -> None:
    campaign.step, campaign.proofed = Step.PROOF, campaign.fingerprint()


def _check_facts(campaign: Campaign, by) -> None:
    campaign.facts_checked_by, campaign.facts_checked_at = by, timezone.now()


def _check_access(campaign: Campaign, by) -> None:
    campaign.access_checked_by, campaign.access_checked_at = by, timezone.now()


def _approve(campaign: Campaign, by) -> None:
    campaign.step, campaign.approved_by, campaign.approved_at = Step.APPROVED, by, timezone.now()


def _start_over(campaign: Campaign, by) -> None:
    campaign.start_over()


def _not_a_draft(campaign: Campaign, by):
    return "" if campaign.step == Step.DRAFT else _("It was sent to be checked already.")


def _facts_missing(campaign: Campaign, by):
    return _cannot_check(campaign, by) or (campaign.facts_checked_at and _("The facts are checked already.")) or ""


def _access_missing(campaign: Campaign, by):
    return _cannot_check(campaign, by) or (campaign.access_checked_at and _("This is checked already.")) or ""


def _cannot_check(campaign: Campaign, by):
    if campaign.step != Step.PROOF:
        return _("There is no proof to check. Send it to be checked first.")
    return _("Somebody else than its owner has to check it.") if campaign.owner_id == by.pk else ""


def _approval_missing(campaign: Campaign, by):
    if campaign.step != Step.PROOF:
        return _("Only a proof can be approved.")
    if not (campaign.facts_checked_at and campaign.access_checked_at):
        return _("Both checks come first: the facts, and that everybody can read it.")
    return ""


def _is_a_draft(campaign: Campaign, by):
    return _("It is a draft already.") if campaign.step == Step.DRAFT else ""


MOVES = {
    move.name: move
    for move in (
        Move("proof", _("Send to be checked"), _("Sent to be checked"), "change", _send_to_proof, _not_a_draft),
        Move("facts", _("The facts are right"), _("Facts checked"), "check_facts", _check_facts, _facts_missing),
        Move(
            "access", _("Everybody can read it"), _("Reading checked"), "check_access", _check_access, _access_missing
        ),
        Move("approve", _("Approve"), _("Approved"), "approve", _approve, _approval_missing),
        Move("over", _("Back to draft"), _("Taken back to draft"), "change", _start_over, _is_a_draft),
    )
}
