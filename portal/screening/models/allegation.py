from __future__ import annotations

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..querysets import OfMatterQuerySet
from ..statuses import EMPLOYED, AllegationWay, Basis, Law, Position, Standing


class Allegation(SealedModel):
    """One thing that is said to have happened. Each is screened by itself and may go a way of its own (C11)."""

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="allegations")
    number = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    law = models.CharField(max_length=20, choices=Law.choices)
    basis = models.CharField(max_length=20, choices=Basis.choices)
    # Codes of `Position`: a teaching assistant is a student and staff, and the law looks at both.
    harmed_is = models.JSONField(default=list)
    named_is = models.JSONField(default=list)
    harmed = SealedTextField(seal="allegation.harmed", blank=True)
    named = SealedTextField(seal="allegation.named", blank=True)
    what = SealedTextField(seal="allegation.what")
    when = SealedTextField(seal="allegation.when", blank=True)
    where = SealedTextField(seal="allegation.where", blank=True)
    # The policy that it would break, as the policy is called.
    policy = SealedTextField(seal="allegation.policy", blank=True)
    # R12: under Title IX nothing is settled informally before a formal complaint is on file.
    formal_complaint = SealedTextField(seal="allegation.formal_complaint", blank=True)
    # A formal process that looks into it: since when, and whether it rests while people talk.
    formal_since = models.DateField(null=True, blank=True)
    formal_paused_on = models.DateField(null=True, blank=True)
    # The day of the last signature under a resolution: from then on no formal process may take it up again.
    barred_on = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = OfMatterQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "number"], name="an_allegation_number_stands_once_in_a_matter"),
            models.CheckConstraint(
                name="only_a_formal_process_that_began_can_rest",
                condition=models.Q(formal_paused_on__isnull=True)
                | models.Q(formal_since__isnull=False, formal_paused_on__gte=models.F("formal_since")),
            ),
        ]

    def __str__(self) -> str:
        return f"allegation {self.number}"

    @property
    def formal_runs(self) -> bool:
        """Whether a formal process looks into it right now."""
        return self.formal_since is not None and self.formal_paused_on is None

    @property
    def is_by_employee_towards_student(self) -> bool:
        return Position.STUDENT in self.harmed_is and bool(EMPLOYED & set(self.named_is))

    @property
    def names_positions(self) -> bool:
        return bool(self.harmed_is and self.named_is)

    @property
    def way_in_force(self) -> AllegationRoute | None:
        """The newest way that holds; reads what was prefetched."""
        return next((one for one in self.routes.all() if one.standing == Standing.IN_FORCE), None)

    @property
    def way_waiting(self) -> AllegationRoute | None:
        return next((one for one in self.routes.all() if one.standing == Standing.WAITING), None)

    @property
    def goes(self) -> str:
        """The code of the way that holds, "" while there is none; from `gates.with_ways` or what was prefetched."""
        if hasattr(self, "way_found"):
            return self.way_found
        return self.way_in_force.way if self.way_in_force else ""

    @property
    def waits_for_director(self) -> bool:
        return self.is_way_waiting if hasattr(self, "is_way_waiting") else self.way_waiting is not None

    def goes_elsewhere(self, process: str) -> bool:
        """Whether its way is decided, and is another one than this process."""
        return self.goes not in ("", process)


class AllegationRoute(SealedModel):
    """Where an allegation goes, with the reason. Rows are only added: the newest that holds is the one that counts."""

    allegation = models.ForeignKey(Allegation, on_delete=models.CASCADE, related_name="routes")
    way = models.CharField(max_length=20, choices=AllegationWay.choices)
    reason = SealedTextField(seal="allegation_route.reason")
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.IN_FORCE)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now)
    # The director's co-signature, where the programme's switch asks for it.
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    signer_words = SealedTextField(seal="allegation_route.signer_words", blank=True)

    class Meta:
        ordering = ["-decided_at"]
        constraints = [
            models.CheckConstraint(
                name="nobody_signs_a_way_that_they_decided",
                condition=models.Q(signed_by__isnull=True) | ~models.Q(signed_by=models.F("decided_by")),
            ),
            models.UniqueConstraint(
                fields=["allegation"],
                condition=models.Q(standing=Standing.WAITING),
                name="one_way_of_an_allegation_waits_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"way {self.way}"
