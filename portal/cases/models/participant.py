from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.vault.fields import SealedJSONField, SealedTextField
from portal.vault.models import SealedModel

from ..querysets import ParticipantQuerySet
from ..statuses import COMPANION_ROLES, ParticipantRole, Route, Willing


class Participant(SealedModel):
    """Somebody in a case: a party, or a companion whom every party has agreed to.

    A person who is reached through the requester has no name and no contact here until they answer.
    """

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="participants")
    number = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=30, choices=ParticipantRole.choices, default=ParticipantRole.PARTY)
    # Who caused harm may have been harmed as well.
    second_role = models.CharField(max_length=30, choices=ParticipantRole.choices, blank=True)
    is_requester = models.BooleanField(default=False)
    # The party whom a companion comes with.
    comes_with = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="companions",
    )
    name = SealedTextField(seal="participant.name", blank=True)
    # {"email", "phone", "way": EMAIL|PHONE|CODE, "when", "shared_mailbox": bool}
    contact = SealedJSONField(seal="participant.contact", blank=True)
    # Nobody of the office but the coordinator of the case reads the contact.
    hides_contact = models.BooleanField(default=False)
    # Pronouns, language and what makes taking part possible.
    needs = SealedJSONField(seal="participant.needs", blank=True)
    route = models.CharField(max_length=20, choices=Route.choices, blank=True)
    invitation = models.ForeignKey(
        "portal.Invitation",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    entry = models.ForeignKey(
        "portal.Pass",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="participants",
    )
    willing = models.CharField(max_length=20, choices=Willing.choices, default=Willing.UNASKED)
    asked_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    rights_read_at = models.DateTimeField(null=True, blank=True)
    # "I need more time": staff see it, the clock pauses.
    more_time_asked_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"],
                name="a_participant_number_stands_once_in_a_case",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(is_requester=True),
                name="a_case_has_one_requester",
            ),
            models.CheckConstraint(
                name="a_second_role_is_another_one",
                condition=models.Q(second_role="") | ~models.Q(second_role=models.F("role")),
            ),
        ]

    def __str__(self) -> str:
        return f"participant {self.number}"

    @property
    def is_party(self) -> bool:
        return self.role not in COMPANION_ROLES

    @property
    def roles(self) -> frozenset[str]:
        return frozenset({self.role, self.second_role} - {""})

    @property
    def signs_as(self) -> str:
        """Whose words somebody signs where each role has its own: see `ProcessDefinition.variants`."""
        if self.role == ParticipantRole.SURROGATE:
            return "SURROGATE"
        if not self.is_party:
            return "COMPANION"
        return "MUTUAL" if self.second_role else self.role

    @property
    def roles_in_words(self) -> str:
        """Such as "Caused harm, harmed"."""
        words = [str(ParticipantRole(self.role).label)]
        if self.second_role:
            words.append(str(ParticipantRole(self.second_role).label).lower())
        return ", ".join(words)

    @property
    def has_left(self) -> bool:
        return self.left_at is not None

    @property
    def is_active(self) -> bool:
        """Still in the case: has not withdrawn and has not said no."""
        return self.left_at is None and self.willing != Willing.NO

    @property
    def display_name(self) -> str:
        """The name, or a number for somebody who has not answered and whose name we do not hold."""
        return self.name or _("Person %(number)s") % {"number": self.number}

    @property
    def is_told_by_staff(self) -> bool:
        """Chose neither mail nor to come back with a code. Of whom we hold nothing, nobody can be told anything."""
        is_known = bool(self.name or self.contact or self.entry_id)
        return is_known and self.contact.get("way") not in {"EMAIL", "CODE"}

    @property
    def safe_email(self) -> str:
        """The address we may write to, or "" when mail is not the way this person chose."""
        if self.contact.get("way") == "EMAIL":
            return self.contact.get("email", "")
        return ""
