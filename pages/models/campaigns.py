"""Posters and handouts, from the first draft to the day they come off the wall."""

import hashlib
import json

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from pages.audiences import Audience

CODE = RegexValidator(r"^[A-Z0-9](?:[A-Z0-9-]{1,18})[A-Z0-9]$", _("Use 3 to 20 capital letters, digits and hyphens."))


class Step(models.TextChoices):
    """How far the work has come. Whether an approved campaign is live is a question of its days."""

    DRAFT = "DRAFT", _("Draft")
    PROOF = "PROOF", _("Proof")
    APPROVED = "APPROVED", _("Approved")


class State(models.TextChoices):
    """What an editor reads: the step, and for an approved campaign what its days say."""

    DRAFT = "DRAFT", _("Draft")
    PROOF = "PROOF", _("Proof: being checked")
    WAITING = "WAITING", _("Approved, not live yet")
    LIVE = "LIVE", _("Live")
    EXPIRED = "EXPIRED", _("Expired")


class Layout(models.TextChoices):
    CALM = "CALM", _("Calm: light paper, a drawing above the words")
    BOLD = "BOLD", _("Bold: large words on deep teal")


class CampaignQuerySet(models.QuerySet):
    def live(self, on):
        """Approved, and between its first and its last day: only these answer at their code."""
        return self.filter(step=Step.APPROVED, publish_on__lte=on, expire_on__gte=on)


class Campaign(index.Indexed, models.Model):
    """One message to one audience. It is checked as it will be printed: a change of the words starts over."""

    title = models.CharField(
        _("name among us"),
        max_length=80,
        help_text=_("Nobody outside reads this. For example “Posters, start of fall”."),
    )
    audience = models.CharField(_("audience"), max_length=20, choices=Audience.choices, default=Audience.EVERYBODY)
    goal = models.TextField(
        _("goal"),
        max_length=300,
        help_text=_("What should be different afterwards, in one sentence. Nobody outside reads it."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("owner"),
        help_text=_("Who answers for it. Somebody else checks it."),
    )
    code = models.CharField(
        _("short code"),
        max_length=20,
        unique=True,
        validators=[CODE],
        help_text=_("Printed as an address and as a QR code. It cannot change once the campaign is approved."),
    )
    publish_on = models.DateField(_("first day"), default=timezone.localdate)
    expire_on = models.DateField(_("last day"), help_text=_("Afterwards the code leads to a page with kind words."))

    layout = models.CharField(_("layout"), max_length=10, choices=Layout.choices, default=Layout.CALM)
    heading = models.CharField(
        _("heading"), max_length=70, help_text=_("Readable from three steps away: eight words at most.")
    )
    text = models.TextField(
        _("text"), max_length=320, help_text=_("Two or three short sentences. Promise help, never a result.")
    )
    call_to_action = models.CharField(
        _("what to do"), max_length=60, help_text=_("Beside the QR code, such as “Write to us in five minutes”.")
    )
    target_page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page it leads to"),
        help_text=_("Leave empty to lead straight to the request for help."),
    )

    step = models.CharField(max_length=10, choices=Step.choices, default=Step.DRAFT, editable=False)
    # The fingerprint of what was sent to be checked; the checks hold for nothing else.
    proofed = models.CharField(max_length=64, blank=True, editable=False)
    facts_checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    facts_checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    access_checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    access_checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = CampaignQuerySet.as_manager()

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("heading"),
        index.SearchField("code"),
        index.AutocompleteField("code"),
    ]
    panels = [
        HelpPanel(
            template="pages/campaigns/_how.html",
            heading=_("How a campaign comes on the wall"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldRowPanel([FieldPanel("audience"), FieldPanel("owner")]),
                FieldPanel("goal"),
                FieldRowPanel([FieldPanel("publish_on"), FieldPanel("expire_on")]),
                FieldPanel("code"),
            ],
            heading=_("Planning"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("heading"),
                FieldPanel("text"),
                FieldPanel("call_to_action"),
                PageChooserPanel("target_page"),
                FieldPanel("layout"),
            ],
            heading=_("What people read"),
        ),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-publish_on", "title"]
        permissions = [
            ("check_facts_campaign", "Can check the facts of a campaign"),
            ("check_access_campaign", "Can check that everybody can read a campaign"),
            ("approve_campaign", "Can approve a campaign"),
        ]
        constraints = [
            models.CheckConstraint(name="campaign_ends_after_it_begins", condition=Q(expire_on__gte=F("publish_on"))),
            models.CheckConstraint(
                name="campaign_is_approved_exactly_when_somebody_approved_it",
                condition=Q(step=Step.APPROVED, approved_by__isnull=False, approved_at__isnull=False)
                | ~Q(step=Step.APPROVED) & Q(approved_by=None, approved_at=None),
            ),
            models.CheckConstraint(
                name="campaign_is_approved_only_after_both_checks",
                condition=~Q(step=Step.APPROVED) | Q(facts_checked_at__isnull=False, access_checked_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        if self.step != Step.DRAFT and self.proofed != self.fingerprint():
            self.start_over()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.publish_on and self.expire_on and self.expire_on < self.publish_on:
            raise ValidationError({"expire_on": _("The last day lies before the first one.")})
        if self._approved_under_another_code():
            raise ValidationError({"code": _("This code is printed already. Copy the campaign to use another one.")})

    def _approved_under_another_code(self) -> bool:
        return Campaign.objects.filter(pk=self.pk, step=Step.APPROVED).exclude(code=self.code).exists()

    def start_over(self) -> None:
        """A draft again: nobody has checked these words."""
        self.step, self.proofed = Step.DRAFT, ""
        self.facts_checked_by = self.access_checked_by = self.approved_by = None
        self.facts_checked_at = self.access_checked_at = self.approved_at = None

    def fingerprint(self) -> str:
        """Of all that is printed or that the code leads to."""
        printed = [self.layout, self.heading, self.text, self.call_to_action, self.target_page_id, self.code]
        return hashlib.sha256(json.dumps(printed).encode()).hexdigest()

    @property
    def state(self) -> State:
        if self.step != Step.APPROVED:
            return State(self.step)
        today = timezone.localdate()
        if today < self.publish_on:
            return State.WAITING
        return State.LIVE if today <= self.expire_on else State.EXPIRED

    @property
    def path(self) -> str:
        """Where its code leads from: short enough to type."""
        return reverse("pages:go", args=[self.code])
