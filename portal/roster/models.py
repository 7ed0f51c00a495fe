from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .querysets import BackgroundQuerySet, CredentialQuerySet, ProfileQuerySet
from .statuses import EARLIEST, LATEST, BackgroundKind, PrivilegeRoute, Skill, StandingTieKind, Tier, Weekday


class NeutralProfile(models.Model):
    """Somebody who coaches, facilitates or mediates: what the office and the parties know of them."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="neutral_profile", verbose_name=_("person")
    )
    about = models.TextField(
        _("about"), max_length=1000, blank=True, help_text=_("Two or three sentences that parties may read.")
    )
    pronouns = models.CharField(_("pronouns"), max_length=40, blank=True)
    languages = models.CharField(
        _("languages besides English"), max_length=120, blank=True, help_text=_("For example: Spanish, Mandarin.")
    )
    tier = models.CharField(_("place in a pair"), max_length=10, choices=Tier.choices, default=Tier.CO)
    privilege_route = models.CharField(
        _("route to the mediator privilege"),
        max_length=20,
        choices=PrivilegeRoute.choices,
        default=PrivilegeRoute.NONE,
        help_text=_("Beside thirty hours of training, state law asks for one of these."),
    )
    terms_signed_on = models.DateField(
        _("terms of service and confidentiality signed on"),
        null=True,
        blank=True,
        help_text=_("Nobody is asked to conduct a case before this is signed."),
    )
    # How much somebody takes on; without a number there is no limit.
    cases_at_once = models.PositiveSmallIntegerField(
        _("cases at once, at most"), null=True, blank=True, help_text=_("Leave empty for no limit.")
    )
    cases_a_month = models.PositiveSmallIntegerField(
        _("new cases in thirty days, at most"), null=True, blank=True, help_text=_("Leave empty for no limit.")
    )
    is_external = models.BooleanField(
        _("comes from outside the institution"),
        default=False,
        help_text=_("Asked only in programmes that allow it. Those who take part are told."),
    )
    is_active = models.BooleanField(_("can be asked"), default=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        ordering = ["user__last_name", "user__first_name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_limit_of_cases_lets_somebody_take_one",
                condition=~Q(cases_at_once=0) & ~Q(cases_a_month=0),
            )
        ]

    def __str__(self) -> str:
        return self.user.get_full_name()

    @property
    def unit(self) -> str:
        """The code of the unit in which this person works or studies."""
        return self.user.unit


class Credential(models.Model):
    """A skill that somebody was trained for, from a day until a day, with the evidence."""

    neutral = models.ForeignKey(NeutralProfile, on_delete=models.PROTECT, related_name="credentials")
    skill = models.CharField(_("skill"), max_length=20, choices=Skill.choices)
    granted_on = models.DateField(_("from"))
    expires_on = models.DateField(_("until"), null=True, blank=True)
    hours = models.PositiveSmallIntegerField(_("hours of training"), validators=[MaxValueValidator(2000)])
    evidence = models.CharField(
        _("evidence"), max_length=300, help_text=_("What you saw: a certificate and its number, a letter, a course.")
    )
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = CredentialQuerySet.as_manager()

    class Meta:
        ordering = ["skill", "-granted_on"]
        constraints = [
            models.CheckConstraint(
                name="a_credential_expires_after_it_is_granted",
                condition=Q(expires_on=None) | Q(expires_on__gt=F("granted_on")),
            ),
            models.CheckConstraint(
                name="a_credential_names_who_took_it_back_and_why",
                condition=Q(revoked_at=None, revoked_by=None, revoked_reason="")
                | Q(revoked_at__isnull=False, revoked_by__isnull=False) & ~Q(revoked_reason=""),
            ),
            models.CheckConstraint(name="a_credential_rests_on_evidence", condition=~Q(evidence="") & Q(hours__gt=0)),
            models.UniqueConstraint(
                fields=["neutral", "skill", "granted_on"],
                condition=Q(revoked_at=None),
                name="a_credential_is_granted_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_skill_display()}, {self.granted_on}"

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None

    def is_current(self, on: date) -> bool:
        expired = self.expires_on is not None and self.expires_on < on
        return self.granted_on <= on and not expired and not self.is_revoked


class WeeklyHours(models.Model):
    """A span of the week in which somebody can usually conduct a session, in the office's time zone."""

    neutral = models.ForeignKey(NeutralProfile, on_delete=models.CASCADE, related_name="weekly_hours")
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices)
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        ordering = ["weekday", "starts"]
        constraints = [
            models.CheckConstraint(
                name="weekly_hours_lie_in_the_hours_of_sessions",
                condition=Q(starts__gte=EARLIEST, ends__lte=LATEST, starts__lt=F("ends"), weekday__lte=6),
            ),
            models.UniqueConstraint(fields=["neutral", "weekday", "starts"], name="weekly_hours_start_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts:%H:%M}-{self.ends:%H:%M}"


class StandingTie(models.Model):
    """A unit or a colleague whose cases this person never conducts, whatever the case."""

    neutral = models.ForeignKey(NeutralProfile, on_delete=models.CASCADE, related_name="standing_ties")
    kind = models.CharField(max_length=10, choices=StandingTieKind.choices)
    unit = models.CharField(_("unit"), max_length=20, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["kind", "unit", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_standing_tie_is_to_a_unit_or_to_a_person",
                condition=Q(kind=StandingTieKind.UNIT, person=None) & ~Q(unit="")
                | Q(kind=StandingTieKind.PERSON, person__isnull=False, unit=""),
            ),
            models.UniqueConstraint(
                fields=["neutral", "unit"], condition=~Q(unit=""), name="a_standing_tie_to_a_unit_stands_once"
            ),
            models.UniqueConstraint(fields=["neutral", "person"], name="a_standing_tie_to_a_person_stands_once"),
        ]

    def __str__(self) -> str:
        return f"tie of {self.neutral_id}"


class Background(models.Model):
    """A degree or work that somebody brings along. It informs; it opens and closes nothing.

    It counts as seen once somebody else has looked at the paper, on a day.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="background", verbose_name=_("person")
    )
    kind = models.CharField(_("what it is"), max_length=15, choices=BackgroundKind.choices)
    title = models.CharField(_("title"), max_length=160, help_text=_("For example: M.A. in conflict resolution."))
    place = models.CharField(_("where"), max_length=160, blank=True)
    years = models.PositiveSmallIntegerField(
        _("years of it"), null=True, blank=True, validators=[MaxValueValidator(60)], help_text=_("For work only.")
    )
    seen_on = models.DateField(_("paper seen on"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = BackgroundQuerySet.as_manager()

    class Meta:
        verbose_name = _("degree or experience")
        verbose_name_plural = _("degrees and experience")
        ordering = ["kind", "-added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_background_names_who_saw_it_exactly_when_it_was_seen",
                condition=Q(seen_on=None, seen_by=None) | Q(seen_on__isnull=False, seen_by__isnull=False),
            ),
            models.CheckConstraint(name="only_experience_has_years", condition=Q(years=None) | Q(kind="EXPERIENCE")),
            models.CheckConstraint(name="a_background_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title
