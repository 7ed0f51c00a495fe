from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from portal.accounts.roles import Permission
from portal.passes.models import Pass

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer


class ProfileQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Who keeps the roster or arranges cases sees everybody on it; a neutral sees their own page."""
        if isinstance(viewer, Pass):
            return self.none()
        if viewer.may(Permission.MANAGE_ROSTER) or viewer.may(Permission.COORDINATE):
            return self
        return self.filter(user=viewer)

    def active(self) -> Self:
        return self.filter(is_active=True, user__is_active=True)

    def can_be_asked(self) -> Self:
        """Active, and has signed the terms of service and confidentiality."""
        return self.active().filter(terms_signed_on__isnull=False)


class CredentialQuerySet(models.QuerySet):
    def current(self, on: date) -> Self:
        """Credentials that hold on this day; one that was taken back never holds again."""
        return self.filter(Q(expires_on=None) | Q(expires_on__gte=on), granted_on__lte=on, revoked_at=None)


class BackgroundQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """The same people as with the roster; everybody sees their own."""
        if isinstance(viewer, Pass):
            return self.none()
        if viewer.may(Permission.MANAGE_ROSTER) or viewer.may(Permission.COORDINATE):
            return self
        return self.filter(person=viewer)
