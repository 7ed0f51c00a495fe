from __future__ import annotations

from datetime import date
from typing import Self

from django.contrib.auth.models import BaseUserManager
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from .roles import Permission


class UserQuerySet(models.QuerySet):
    def active(self) -> Self:
        return self.filter(is_active=True)

    def visible_to(self, viewer) -> Self:
        """People as those see them who manage people. Passes and everybody else see nobody."""
        manages = isinstance(viewer, self.model) and viewer.is_verified() and viewer.may(Permission.MANAGE_PEOPLE)
        return self if manages else self.none()

    def by_name(self) -> Self:
        return self.order_by("last_name", "first_name", "pk")


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email: str, password: str | None = None, **facts):
        """A person who can sign in; without a password they first need an invitation."""
        user = self.model(email=email.strip().lower(), **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **facts):
        """Somebody for whom the CMS is wide open. In the portal they are nobody until a role is granted."""
        return self.create_user(email, password, is_superuser=True, **facts)

    def get_by_natural_key(self, username: str):
        return self.get(email=username.strip().lower())


class RoleGrantQuerySet(models.QuerySet):
    def valid_on(self, day: date) -> Self:
        started = Q(starts_on__lte=day)
        not_over = Q(ends_on=None) | Q(ends_on__gte=day)
        return self.filter(started & not_over, ended_at=None)

    def valid(self) -> Self:
        return self.valid_on(timezone.localdate())

    def not_over(self) -> Self:
        """Held today or from a later day on, also while the account is closed."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=timezone.localdate()), ended_at=None)

    def lapsed(self) -> Self:
        """Over by their date, though nobody has ended them."""
        return self.filter(ended_at=None, ends_on__lt=timezone.localdate())


class AccountInvitationQuerySet(models.QuerySet):
    def usable(self, purpose: str) -> Self:
        return self.filter(purpose=purpose, used_at=None, expires_at__gt=timezone.now(), user__is_active=True)


class StaffSessionQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(ended_at=None)

    def asking_whether_stands(self, factor: str) -> Self:
        """With `factor_stands`: whether the second factor of this name is confirmed and belongs to the same person."""
        return self.annotate(factor_stands=Exists(_factors(factor).filter(user=OuterRef("user"), confirmed=True)))


def _factors(name: str) -> models.QuerySet:
    """The factor that django-otp calls by this name: "otp_totp.totpdevice/4". None for a name that nobody knows."""
    label, _slash, pk = name.partition("/")
    kind = {kind.model_label(): kind for kind in (TOTPDevice, StaticDevice)}.get(label)
    return kind.objects.filter(pk=pk) if kind and pk.isdecimal() else TOTPDevice.objects.none()
