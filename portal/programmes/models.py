from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from . import contacts, hours
from .processes import ALLEGATION_GATES, NOTICE_GATES, PROCESSES, ProcessDefinition, as_switched


def usual_hours() -> list[dict]:
    return [{"day": day, "opens": "09:00", "closes": "17:00"} for day in range(5)]


class Office(models.Model):
    """Who we are and how to reach us. There is one office, so there is exactly one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(_("name of the office"), max_length=120)
    institution = models.CharField(_("institution"), max_length=120)
    phone = models.CharField(_("phone, as people read it"), max_length=40)
    phone_tel = models.CharField(
        _("phone, as a telephone dials it"), max_length=20, help_text=_("Digits only, for example +16175550100.")
    )
    email = models.EmailField(_("e-mail"))
    address = models.TextField(_("address"), max_length=400)
    weekly_hours = models.JSONField(
        _("opening hours"), default=usual_hours, validators=[hours.validate_weekly_hours], blank=False
    )
    closed_days = models.JSONField(
        _("days on which the office is closed"),
        default=list,
        blank=True,
        validators=[hours.validate_closed_days],
        help_text=_("The day by which we promise an answer skips these days."),
    )
    after_hours = models.TextField(
        _("when the office is closed"), max_length=400, help_text=_("What people read about evenings and weekends.")
    )
    emergency_numbers = models.JSONField(
        _("emergency numbers"),
        default=list,
        validators=[contacts.validate_contacts],
        help_text=_("Shown at the foot of every page and at the start of every request."),
    )
    independent_contact = models.JSONField(
        _("independent contact"),
        default=list,
        validators=[contacts.validate_contacts],
        help_text=_("Shown when somebody asks that nobody who works here sees their request."),
    )
    units = models.JSONField(
        _("units of the institution"),
        default=list,
        blank=True,
        validators=[contacts.validate_units],
        help_text=_("Schools and departments, coarse enough that a unit alone points to nobody."),
    )
    exit_url = models.URLField(
        _("where “Exit this page” leads"),
        default="https://example.org/",
        help_text=_("A page that anybody might be reading, such as the weather."),
    )
    mail_sender = models.CharField(
        _("sender name of our mail"),
        max_length=60,
        help_text=_("So neutral that it tells nothing to somebody who reads along."),
    )

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("office")
        constraints = [models.CheckConstraint(name="there_is_exactly_one_office", condition=models.Q(id=1))]

    def __str__(self) -> str:
        return self.name

    @property
    def hours(self) -> str:
        """The opening hours in words: "Monday to Friday, 09:00 to 17:00"."""
        return hours.in_words(self.weekly_hours)

    @property
    def unit_choices(self) -> list[tuple[str, str]]:
        return [(unit["code"], unit["label"]) for unit in self.units]

    def unit_label(self, code: str) -> str:
        """The name of a unit; a code that was since taken off the list speaks for itself."""
        return dict(self.unit_choices).get(code, code)


def _days(words, default: int, help_text, least: int = 1, most: int = 365) -> models.PositiveSmallIntegerField:
    limits = [MinValueValidator(least), MaxValueValidator(most)]
    return models.PositiveSmallIntegerField(words, default=default, validators=limits, help_text=help_text)


class Programme(models.Model):
    """One of the office's programmes and its switches. What differs between programmes is read from here."""

    code = models.CharField(max_length=20, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=80)
    # Codes of the processes that the programme conducts now; others are on the way or belong elsewhere.
    conducts = models.JSONField(_("conducts"), default=list)
    destroys_at_close = models.BooleanField(
        _("destroy everything at close"),
        default=True,
        help_text=_("When a case closes, its key is destroyed: nobody can read it again, in no backup either."),
    )
    keeps_final_agreement = models.BooleanField(
        _("keep the final agreement"),
        default=False,
        help_text=_("If off, what people agree on is printed for them and never stored."),
    )
    weighted_criteria = models.BooleanField(
        _("weigh criteria in screening"),
        default=False,
        help_text=_("If off, screening is a conversation and a person's decision, without points."),
    )
    formal_in_parallel = models.BooleanField(
        _("go on while a formal process runs"),
        default=True,
        help_text=_("If off, screening holds a request up while another office looks into the same matter."),
    )
    # What the programme in which records are kept asks for beyond the other one (C6, C11, C15; R12, R13).
    retention_years = models.PositiveSmallIntegerField(
        _("years a kept record stays"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("Counted from the day on which it was concluded. The law may ask for more years, never for fewer."),
    )
    notice_before_consent = models.BooleanField(
        _("full notice before anybody agrees"),
        default=False,
        help_text=_("If on, nobody can agree to take part before the sheet of rights and the notice have arrived."),
    )
    tracks_allegations = models.BooleanField(
        _("decide on each allegation"),
        default=False,
        help_text=_("If on, each allegation is written down by itself and gets a way of its own."),
    )
    cosigns_allegations = models.BooleanField(
        _("director signs each way"),
        default=False,
        help_text=_("If on, the way of an allegation counts only once the director has signed it too."),
    )
    staff_reach_out = models.BooleanField(
        _("only staff write to the others"),
        default=False,
        help_text=_("If on, an invitation is never passed on by the person who asked."),
    )
    one_neutral_is_enough = models.BooleanField(
        _("one neutral is enough"),
        default=False,
        help_text=_("If on, one person may conduct what usually a pair does. A pair is still better."),
    )
    hold_minors = models.BooleanField(
        _("wait when somebody is under 18"),
        default=True,
        help_text=_("The request waits until staff have written down which rule of the office applies."),
    )
    external_neutrals = models.BooleanField(
        _("let neutrals from outside the institution be asked"),
        default=False,
        help_text=_("For example when everybody here knows the people. Those who take part are told."),
    )
    same_unit_excluded = models.BooleanField(
        _("keep mediators out of their own unit"),
        default=True,
        help_text=_("Nobody conducts a case that belongs to the unit in which they work or study."),
    )
    reply_hours = models.PositiveSmallIntegerField(
        _("answer within so many office hours"),
        default=8,
        validators=[MinValueValidator(1), MaxValueValidator(80)],
        help_text=_("Everybody who writes to us is told the day that follows from this."),
    )
    target_days = _days(
        _("days until a first session"), 5, _("Our aim, counted from the first contact. It colors the queue.")
    )
    answer_days = _days(
        _("days to answer an invitation"),
        10,
        _("After this many days an invitation without an answer has ended, in the same words as a no."),
    )
    contact_attempts_cap = models.PositiveSmallIntegerField(
        _("most attempts to reach somebody"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
        help_text=_("We never ask more often than this. Silence is an answer too."),
    )
    booking_horizon_days = _days(
        _("days ahead in which times are looked for"), 14, _("People mark their free times for so many days."), 7, 60
    )
    idle_days = _days(
        _("days without any step"), 30, _("When nothing has happened for so long, we ask; then the case is closed.")
    )
    idle_grace_days = _days(
        _("days to answer when we ask"), 10, _("So long we wait after asking before an idle case is closed.")
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        constraints = [
            models.CheckConstraint(
                name="what_is_destroyed_at_close_is_not_kept",
                condition=models.Q(destroys_at_close=False) | models.Q(keeps_final_agreement=False),
                violation_error_message=_(
                    "What destroys everything at close cannot keep the final agreement. Switch one of the two off."
                ),
            ),
            models.CheckConstraint(
                name="a_way_is_signed_only_where_allegations_are_tracked",
                condition=models.Q(tracks_allegations=True) | models.Q(cosigns_allegations=False),
                violation_error_message=_(
                    "The director can sign the way of an allegation only where each allegation is decided on."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def keeps_records(self) -> bool:
        """Whether closed matters stay on record: then each is registered, and the director looks after the work."""
        return not self.destroys_at_close

    @property
    def processes(self) -> list[ProcessDefinition]:
        return [self.rules_of(code) for code in self.conducts if code in PROCESSES]

    def rules_of(self, process: str) -> ProcessDefinition:
        """The definition of a process as it holds in this programme, its switches applied."""
        return as_switched(
            process, staff_reach_out=self.staff_reach_out, one_neutral_is_enough=self.one_neutral_is_enough
        )

    @property
    def gates(self) -> frozenset[str]:
        """Gates that a step of a case waits for in this programme, whatever the process."""
        asked = set()
        if self.notice_before_consent:
            asked |= NOTICE_GATES
        if self.tracks_allegations:
            asked |= ALLEGATION_GATES
        return frozenset(asked)

    def conducts_now(self, process: str) -> bool:
        return process in self.conducts
