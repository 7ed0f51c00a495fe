from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from portal.vault.constraints import exactly_one
from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..querysets import PlanQuerySet
from ..statuses import OPEN_TO_WORDS, WAITED_FOR, PlanStatus, ReviewDecision


class Plan(SealedModel):
    """What the people of a case have found to put things right. One for each case, in editions."""

    case = models.OneToOneField("portal.Case", on_delete=models.CASCADE, related_name="plan")
    status = models.CharField(max_length=20, choices=PlanStatus.choices, default=PlanStatus.DRAFT)
    # Every change after people were asked to confirm makes the next one; confirmations hold for one edition.
    edition = models.PositiveSmallIntegerField(default=1)
    # As the participants agreed to put it, not as anybody found it.
    harms = SealedTextField(seal="plan.harms", blank=True)
    needs = SealedTextField(seal="plan.needs", blank=True)
    done_when = SealedTextField(seal="plan.done_when", blank=True)
    if_not_done = SealedTextField(seal="plan.if_not_done", blank=True)
    follow_up = SealedTextField(seal="plan.follow_up", blank=True)
    # A formal proceeding asks something of it: then the Chair approves, and the enforcing office follows it.
    is_linked = models.BooleanField(default=False)
    proceeding = SealedTextField(seal="plan.proceeding", blank=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    in_force_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="only_a_linked_plan_goes_to_the_chair",
                condition=models.Q(is_linked=True) | ~models.Q(status__in=[PlanStatus.SUBMITTED, PlanStatus.MOVED]),
            ),
            # Not in force before the Chair's yes, and then with the enforcing office.
            models.CheckConstraint(
                name="a_linked_plan_is_never_followed_in_the_case",
                condition=models.Q(is_linked=False) | ~models.Q(status=PlanStatus.IN_FORCE),
            ),
        ]

    def __str__(self) -> str:
        return f"plan {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portal:plans:plan", args=[self.case.reference])

    @property
    def matter(self):  # type: ignore[no-untyped-def]
        return self.case.matter

    @property
    def may_be_written(self) -> bool:
        return self.status in OPEN_TO_WORDS

    @property
    def is_waited_for(self) -> bool:
        return self.status in WAITED_FOR

    @property
    def is_in_force(self) -> bool:
        return self.status == PlanStatus.IN_FORCE


class Requirement(SealedModel):
    """One thing that a formal proceeding asks of the plan, entered by the office that leads the proceeding."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="requirements")
    number = models.PositiveSmallIntegerField()
    words = SealedTextField(seal="requirement.words")
    met_by = models.ForeignKey(
        "portal.Commitment", on_delete=models.SET_NULL, null=True, blank=True, related_name="requirements"
    )
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="a_requirement_number_stands_once_in_a_plan")
        ]

    def __str__(self) -> str:
        return f"requirement {self.number}"


class Confirmation(SealedModel):
    """What one participant says to one edition; the newest counts. A no asks for another edition, not for a reason."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="confirmations")
    edition = models.PositiveSmallIntegerField()
    participant = models.ForeignKey("portal.Participant", on_delete=models.CASCADE, related_name="plan_confirmations")
    yes = models.BooleanField()
    channel = models.CharField(max_length=20)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["given_at"]

    def __str__(self) -> str:
        return f"confirmation {self.pk}"


class Review(SealedModel):
    """What the Chair decided about one edition."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reviews")
    edition = models.PositiveSmallIntegerField()
    decision = models.CharField(max_length=20, choices=ReviewDecision.choices)
    comment = SealedTextField(seal="plan_review.comment", blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-decided_at"]
        constraints = [models.UniqueConstraint(fields=["plan", "edition"], name="an_edition_of_a_plan_is_decided_once")]

    def __str__(self) -> str:
        return f"review {self.pk}"


class Amendment(SealedModel):
    """Why something was changed after it had been settled: the log of a plan, or of the enforcing office's record."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, null=True, blank=True, related_name="amendments")
    record = models.ForeignKey(
        "portal.EnforcementRecord", on_delete=models.CASCADE, null=True, blank=True, related_name="amendments"
    )
    edition = models.PositiveSmallIntegerField()
    words = SealedTextField(seal="plan_amendment.words")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-made_at"]
        constraints = [exactly_one("plan", "record", name="an_amendment_is_of_a_plan_or_of_a_record")]

    def __str__(self) -> str:
        return f"amendment {self.pk}"
