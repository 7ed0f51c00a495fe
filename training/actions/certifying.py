"""What counts towards a level, who vouches, and the certification itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.passes.codes import new_code
from portal.roster.actions import change_neutral, grant_credential, revoke_credential
from portal.roster.models import Credential, NeutralProfile
from portal.roster.statuses import Tier
from training.levels import LEVELS, LevelDefinition
from training.models import Certification, Course, Credit, Learner, Requirement, SignOff
from training.months import months_after
from training.policies import can_certify
from training.standing import missing, progress_of, quarters_of
from training.statuses import CreditKind

from .learners import link_account
from .places import Refused

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def record_credit(
    *,
    learner_id: UUID,
    kind: str,
    amount: int,
    earned_on: date,
    note: str,
    by: User,
    category: str = "",
    course: Course | None = None,
) -> Credit:
    """Something that counts and came from no course here: a session observed, a reference, hours elsewhere.

    `amount` is in quarter hours for hours, else how many times.
    """
    learner = _locked(learner_id, by)
    if earned_on > timezone.localdate():
        raise ValidationError({"earned_on": _("This day has not come yet.")})
    credit = Credit(
        vault_key=learner.vault_key,
        learner=learner,
        kind=kind,
        category=category,
        course=course,
        amount=amount,
        earned_on=earned_on,
        note=note,
        recorded_by=by,
    )
    credit.full_clean()
    credit.save()
    record(AuditEvent.CREDIT_RECORDED, actor=by, subject=credit, credited=kind, amount=amount)
    return credit


@transaction.atomic
def sign_off(*, learner_id: UUID, level: str, by: User) -> SignOff:
    """Vouch that somebody is ready for a level. Twice by one person is once."""
    learner = _locked(learner_id, by)
    made, is_new = SignOff.objects.get_or_create(learner=learner, level=level, signed_by=by, certification=None)
    if is_new:
        record(AuditEvent.SIGNED_OFF, actor=by, subject=made, level=level)
    return made


@transaction.atomic
def grant_certification(
    *, learner_id: UUID, level: str, by: User, trained_by: Certification | None = None
) -> Certification:
    """Certify somebody from today on. The last day is fixed now. Raises Refused with what is missing.

    A level that lets people conduct something becomes a credential on the roster, with the same last day.
    """
    learner, definition, today = _locked(learner_id, by), LEVELS[level], timezone.localdate()
    earned = list(learner.credits.earned_by(today))
    sign_offs = list(learner.sign_offs.filter(level=level, certification=None))
    reasons = _reasons_against(learner, definition, earned, sign_offs, today)
    if reasons:
        raise Refused(*reasons)
    certification = Certification(
        learner=learner,
        level=level,
        code=new_code(),
        granted_on=today,
        expires_on=months_after(today, definition.months),
        granted_by=by,
        trained_by=trained_by,
        renews=_newest(learner, level),
    )
    certification.credential = _put_on_roster(certification, definition, earned, by)
    certification.full_clean()
    certification.save()
    SignOff.objects.filter(pk__in=[one.pk for one in sign_offs]).update(certification=certification)
    record(AuditEvent.CERTIFIED, actor=by, subject=certification, level=level, until=certification.expires_on)
    return certification


@transaction.atomic
def revoke_certification(*, certification_id: int, reason: str, by: User) -> Certification:
    """Take a certification back, and its credential with it, from this moment on. A second time changes nothing."""
    found = Certification.objects.select_for_update(of=("self",)).select_related("learner")
    certification = found.get(pk=certification_id)
    if not can_certify(by, certification.learner):
        raise PermissionDenied
    if certification.is_revoked:
        return certification
    if not reason.strip():
        raise ValidationError(_("Please say why."))
    certification.revoked_at, certification.revoked_by = timezone.now(), by
    certification.revoked_reason = reason.strip()
    certification.save(update_fields=["revoked_at", "revoked_by", "revoked_reason"])
    if certification.credential_id is not None:
        revoke_credential(credential_id=certification.credential_id, reason=reason, by=by)
    record(AuditEvent.CERTIFICATION_REVOKED, actor=by, subject=certification, level=certification.level)
    return certification


def _locked(learner_id: UUID, by: User) -> Learner:
    learner = Learner.objects.select_for_update().get(pk=learner_id)
    link_account(learner)
    if not can_certify(by, learner):
        raise PermissionDenied
    return learner


def _reasons_against(
    learner: Learner, definition: LevelDefinition, earned: list[Credit], sign_offs: list[SignOff], today: date
) -> list[str]:
    """Why this person cannot be certified today, each in words that somebody can act on."""
    asked = list(Requirement.objects.filter(level=definition.level).select_related("course"))
    if not asked:
        return [_("Nobody has written down yet what this level asks for.")]
    reasons = [_("Still missing: %(what)s.") % {"what": one} for one in missing(progress_of(earned, asked, today))]
    watched = sum(one.amount for one in earned if one.kind == CreditKind.OBSERVED)
    if watched < definition.observed:
        words = _("Nobody is certified at this level without %(count)d observed sessions.")
        reasons.append(words % {"count": definition.observed})
    left = definition.sign_offs - len(sign_offs)
    if left > 0:
        words = ngettext("%(count)d person still has to vouch.", "%(count)d people still have to vouch.", left)
        reasons.append(words % {"count": left})
    if definition.skill and _profile(learner) is None:
        reasons.append(_("This level lets people conduct sessions: they need an account and a place on the roster."))
    if learner.certifications.filter(level=definition.level, granted_on=today, revoked_at=None).exists():
        reasons.append(_("This was granted today already."))
    return reasons


def _profile(learner: Learner) -> NeutralProfile | None:
    return NeutralProfile.objects.filter(user=learner.user_id).first() if learner.user_id else None


def _newest(learner: Learner, level: str) -> Certification | None:
    """What a new certification renews: the last one that was not taken back."""
    return learner.certifications.filter(level=level, revoked_at=None).order_by("-granted_on", "-pk").first()


def _put_on_roster(
    certification: Certification, definition: LevelDefinition, earned: list[Credit], by: User
) -> Credential | None:
    """The roster alone answers who may conduct what: it gets a credential with the same days."""
    neutral = _profile(certification.learner)
    if not definition.skill or neutral is None:
        return None
    quarters = quarters_of(earned, certification.granted_on)
    credential = grant_credential(
        neutral=neutral,
        skill=definition.skill,
        granted_on=certification.granted_on,
        expires_on=certification.expires_on,
        hours=max(1, quarters // 4),
        evidence=_("Certified here: %(level)s") % {"level": definition.level.label},
        by=by,
    )
    if definition.tier == Tier.LEAD and neutral.tier != Tier.LEAD:
        change_neutral(neutral_id=neutral.pk, facts={"tier": Tier.LEAD}, by=by)
    return credential
