"""The word in every sealed field that there is, also of services that the drill does not live through.

What the life over HTTP has written is left as it is. For every other sealed field a row is made under the same key,
hung on what it needs: so a field that is added tomorrow is in the drill at once, or the drill stops and names it.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import models, transaction
from django.db.utils import IntegrityError
from django.utils import timezone

from portal.access.models import AccessRequest, AmendmentRequest, Directive
from portal.access.statuses import AccessStatus, Decision
from portal.accounts.models import User
from portal.agreements.models import Signature
from portal.audit.models import AuditLink
from portal.cases.models import Case, Participant
from portal.disclosures.models import AboutSomebody, Disclosure
from portal.emergencies.models import BreakGlass
from portal.guests.models import Guest
from portal.joining.models import Joining
from portal.measures.models import Measure
from portal.oversight.models import SampledCase
from portal.plans.models import Amendment, BreachReport, CheckIn, Commitment, EnforcementRecord, ResolutionSignature
from portal.plans.statuses import Capacity
from portal.records.models import Hold, KeptRecord
from portal.scheduling.models import Availability
from portal.screening.models import Screening
from portal.vault.fields import SealedBinaryField, SealedField, SealedJSONField
from portal.vault.models import SealedModel, sealed_models

from . import canary

# What is not the case's: it lies under another key, or no words of a person can reach it.
ELSEWHERE: dict[type[models.Model], str] = {
    AuditLink: "ids and counts, which actions alone write; the life has written them",
    BreakGlass: "what was told in an emergency: under a key of its own, for days",
    Directive: "an order that came in: under a key of its own, and it names no case",
    EnforcementRecord: "a plan linked to a proceeding: the enforcing office's record, under its own key",
    BreachReport: "goes with the enforcing office's record, or with an agreement that is kept",
    Joining: "what an undo of joining would need; gone with the joint invitation, long before a case ends",
    KeptRecord: "of programmes that keep what they close",
    SampledCase: "of programmes that keep what they close: how a kept case was looked after",
}

# Where a rule of the database asks for more than the required fields: of whom or of what a row is, ...
ALSO_OF: dict[type[models.Model], str] = {
    AboutSomebody: "participant",
    Amendment: "plan",
    AmendmentRequest: "decided_by",
    Availability: "participant",
    CheckIn: "noted_by",
    Commitment: "plan",
    Disclosure: "permission",
    Guest: "booking",
    Measure: "participant",
    ResolutionSignature: "participant",
    Signature: "participant",
}
# ... and what it says. A hold, and a request about the record that is open, would keep it from being destroyed, as they
# should: here they are over.
FACTS: dict[type[models.Model], dict[str, Any]] = {
    AccessRequest: {"status": AccessStatus.TAKEN_BACK},
    AmendmentRequest: {"decision": Decision.REFUSED, "decided_at": timezone.now()},
    Hold: {"released_at": timezone.now()},
    ResolutionSignature: {"capacity": Capacity.PARTY, "agreed_to_electronic": True},
    Signature: {"agreed_to_electronic": True},
    Screening: {"process": "MEDIATION"},
}


class CannotPlant(Exception):
    """A sealed model for which no row could be made: give it its facts, or a line in ELSEWHERE."""


def plant(reference: str) -> set[str]:
    """Put the word wherever it is still missing under this case's key. Returns what holds it, as Model.field."""
    planter = Planter(Case.objects.get(reference=reference))
    return {name for model in models_of_a_case() for name in planter.fill(model)}


def models_of_a_case() -> list[type[SealedModel]]:
    """Every sealed model whose rows can lie under a case's key. What training seals is a learner's."""
    return [one for one in sealed_models() if one._meta.app_label == "portal" and one not in ELSEWHERE]


class Planter:
    """Makes rows of one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.person = case.participants.order_by("number").first()

    def fill(self, model: type[SealedModel]) -> set[str]:
        """See to it that each sealed field of this model holds the word in some row."""
        for field in _sealed(model):
            if not self._holds_the_word(model, field):
                self._put(model, field)
        return {f"{model.__name__}.{field.name}" for field in _sealed(model)}

    def _rows(self, model: type[models.Model]) -> models.QuerySet[Any]:
        return model._default_manager.filter(vault_key=self.case.vault_key)

    def _holds_the_word(self, model: type[SealedModel], field: SealedField) -> bool:
        return any(canary.WORD in str(getattr(row, field.name)).lower() for row in self._rows(model))

    def _put(self, model: type[SealedModel], field: SealedField) -> None:
        row = self._rows(model).first() or self.make(model)
        if canary.WORD not in str(getattr(row, field.name)).lower():
            setattr(row, field.name, _word_for(field))
            row.save(update_fields=[field.name])

    def make(self, model: type[SealedModel]) -> Any:
        """A row with the word in all its sealed fields, and with whatever rows it cannot be without."""
        values = {one.name: self._value(one) for one in model._meta.concrete_fields if _must_be_given(one)}
        values |= {one.name: _word_for(one) for one in _sealed(model)} | self._facts(model)
        try:
            with transaction.atomic():
                return model._default_manager.create(**values | {"vault_key": self.case.vault_key})
        except (IntegrityError, TypeError, ValueError) as error:
            raise CannotPlant(f"{model.__name__}: {error}") from error

    def _facts(self, model: type[models.Model]) -> dict[str, Any]:
        named = [name for kind, name in ALSO_OF.items() if issubclass(model, kind)]
        also = {name: self._one(model._meta.get_field(name).related_model) for name in named}
        return also | FACTS.get(model, {})

    def _value(self, field: models.Field[Any, Any]) -> Any:
        if field.is_relation:
            return self._one(field.related_model)
        if field.choices:
            return field.flatchoices[0][0]
        if isinstance(field, models.DateTimeField):
            return timezone.now()
        if isinstance(field, models.DateField):
            return timezone.localdate()
        if isinstance(field, models.UUIDField):
            return uuid4()
        return 1 if isinstance(field, models.IntegerField) else "planted"

    def _one(self, model: Any) -> Any:
        """The row of this kind that belongs to the case, or any when the kind belongs to no case."""
        known = {Case: self.case, Participant: self.person, User: self.case.coordinator}
        if model in known:
            return known[model]
        if issubclass(model, SealedModel):
            return self._rows(model).first() or self.make(model)
        return self.case.matter if model is type(self.case.matter) else model._default_manager.first()


def _sealed(model: type[models.Model]) -> list[SealedField]:
    return [one for one in model._meta.concrete_fields if isinstance(one, SealedField)]


def _must_be_given(field: models.Field[Any, Any]) -> bool:
    if field.primary_key or field.name == "vault_key" or isinstance(field, SealedField):
        return False
    return not (field.null or field.blank or field.has_default())


def _word_for(field: SealedField) -> Any:
    if isinstance(field, SealedJSONField):
        return {"words": canary.phrase()}
    return canary.phrase().encode() if isinstance(field, SealedBinaryField) else canary.phrase()
