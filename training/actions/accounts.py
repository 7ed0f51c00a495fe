"""From a learner with a personal code to somebody who signs in: whoever is to be a neutral has a second factor."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.actions import invite_person
from portal.accounts.models import User
from portal.roster.actions import add_neutral
from training.models import Learner
from training.policies import can_give_account

from .learners import link_account

if TYPE_CHECKING:
    from portal.roster.models import NeutralProfile


@transaction.atomic
def give_account(*, learner_id: UUID, first_name: str, last_name: str, by: User) -> NeutralProfile:
    """Invite a learner to sign in, and put them on the roster. They conduct nothing before they are certified.

    Whoever has an account already gets no second one: the two are joined. Raises ValidationError when the address
    belongs to somebody else's account.
    """
    learner = Learner.objects.select_for_update().get(pk=learner_id)
    if not can_give_account(by):
        raise PermissionDenied
    link_account(learner)
    if learner.user is None:
        learner.user = _invited(learner, first_name, last_name, by)
        learner.save(update_fields=["user"])
    known = getattr(learner.user, "neutral_profile", None)
    return known or add_neutral(user=learner.user, by=by)


def _invited(learner: Learner, first_name: str, last_name: str, by: User) -> User:
    email = learner.address.strip().lower()
    if User.objects.filter(email=email).exists():
        raise ValidationError(_("Somebody here signs in with this address already, under another record."))
    return invite_person(email=email, first_name=first_name, last_name=last_name, unit=learner.unit, by=by)
