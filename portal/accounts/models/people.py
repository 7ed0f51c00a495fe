"""Who works or volunteers here, and what they are in which programme."""

from __future__ import annotations

import uuid
from functools import cached_property

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import RoleGrantQuerySet, UserManager
from ..roles import OFFICE_WIDE, ROLE_CHOICES, ROLES, Permission, Role


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who works or volunteers here. Deactivated, never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    first_name = models.CharField(_("first name"), max_length=80)
    last_name = models.CharField(_("last name"), max_length=80)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    away_until = models.DateField(_("away until"), null=True, blank=True)
    cover = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="covers_for", verbose_name=_("cover")
    )
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["first_name", "last_name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(name="email_of_a_person_is_in_lower_case", condition=Q(email=Lower("email"))),
            models.CheckConstraint(name="nobody_covers_for_themselves", condition=Q(cover=None) | ~Q(cover=F("id"))),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.email

    def get_short_name(self) -> str:
        return self.first_name or self.email

    @property
    def is_away(self) -> bool:
        return self.away_until is not None and self.away_until >= timezone.localdate()

    @cached_property
    def valid_grants(self) -> list[RoleGrant]:
        """What this person is today. Asked once: a user lives for one request."""
        return list(self.grants.valid().select_related("programme")) if self.is_active else []

    @property
    def role_words(self) -> str:
        """What this person is today, in one line."""
        return ", ".join(dict.fromkeys(str(grant.definition.label) for grant in self.valid_grants))

    def may(self, permission: Permission, programme=None) -> bool:
        """Whether a role gives this permission, in this programme or, without one, in any."""
        return any(permission in grant.permissions and grant.reaches(programme) for grant in self.valid_grants)

    def may_where_kept(self, permission: Permission) -> bool:
        """The same in a programme that keeps its records; elsewhere what hangs on a kept record does not exist."""
        return any(
            permission in grant.permissions and grant.programme is not None and grant.programme.keeps_records
            for grant in self.valid_grants
        )

    def programmes_with(self, permission: Permission) -> set[int]:
        """Ids of the programmes in which this person has the permission."""
        return {
            grant.programme_id
            for grant in self.valid_grants
            if grant.programme_id is not None and permission in grant.permissions
        }


class RoleGrant(models.Model):
    """One role of one person, in one programme or office-wide, for a time. Ended, never deleted."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(_("role"), max_length=30, choices=ROLE_CHOICES)
    programme = models.ForeignKey(
        "portal.Programme",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="grants",
        verbose_name=_("programme"),
    )
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    interest = models.CharField(_("stated interest"), max_length=300)
    # Sits in the seat for somebody else, or because it is vacant, until a last day.
    is_acting = models.BooleanField(_("acting"), default=False)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    granted_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("role of a person")
        verbose_name_plural = _("roles of people")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="role_names_a_programme_unless_office_wide",
                condition=Q(programme=None, role__in=OFFICE_WIDE) | (~Q(programme=None) & ~Q(role__in=OFFICE_WIDE)),
            ),
            models.CheckConstraint(
                name="role_ends_after_it_starts", condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="whoever_acts_for_a_seat_does_so_until_a_last_day",
                condition=Q(is_acting=False) | Q(ends_on__isnull=False),
            ),
            # At most one that nobody has ended: then no two can overlap.
            models.UniqueConstraint(
                name="role_in_a_programme_is_held_once",
                fields=["user", "role", "programme"],
                condition=Q(ended_at=None, programme__isnull=False),
            ),
            models.UniqueConstraint(
                name="role_in_the_office_is_held_once",
                fields=["user", "role"],
                condition=Q(ended_at=None, programme=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.definition.label}"

    @property
    def definition(self) -> Role:
        return ROLES[self.role]

    @property
    def permissions(self) -> frozenset[Permission]:
        return self.definition.permissions

    def reaches(self, programme) -> bool:
        return programme is None or self.programme_id is None or self.programme_id == programme.pk
