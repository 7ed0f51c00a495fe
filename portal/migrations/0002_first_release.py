"""Everything of the portal as of the first release, in one step (docs/decisions/0076).

At its end, what only the database itself can refuse: links of the audit trail and disclosures are never changed, and on
PostgreSQL no neutral and no room is reserved twice at one time. SQLite lets one writer in at a time (transactions begin
IMMEDIATE), so that looking and booking cannot be torn apart.
"""

import datetime
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import portal.access.models
import portal.audit.models
import portal.cases.references
import portal.plans.references
import portal.programmes.contacts
import portal.programmes.hours
import portal.programmes.models
import portal.vault.fields
import uuid
from django.conf import settings
from django.db import migrations, models

from portal.audit.append_only import protect as protect_trail
from portal.audit.append_only import unprotect as unprotect_trail
from portal.disclosures.append_only import protect as protect_register
from portal.disclosures.append_only import unprotect as unprotect_register

# Every step that went into this one: a database that has them all has this one too.
REPLACES = (
    ("portal", "0001_initial"),
    ("portal", "0002_audit_links_are_append_only"),
    ("portal", "0003_reservations_never_overlap"),
    ("portal", "0004_procedures"),
    ("portal", "0005_interns"),
    ("portal", "0005_office_side"),
    ("portal", "0006_events_of_training"),
    ("portal", "0007_circles"),
    ("portal", "0008_plans"),
    ("portal", "0009_second_programme"),
    ("portal", "0010_policies"),
    ("portal", "0010_registers"),
    ("portal", "0011_disclosures_are_never_changed"),
    ("portal", "0011_events_of_policies"),
    ("portal", "0012_learners_side"),
    ("portal", "0012_measures"),
    ("portal", "0012_resolutions"),
    ("portal", "0012_services"),
    ("portal", "0013_events_of_joining"),
    ("portal", "0013_events_of_learning"),
    ("portal", "0013_events_of_measures"),
    ("portal", "0013_events_of_resolutions"),
    ("portal", "0014_own_door"),
)

CONSTRAINTS = {
    "a_neutral_is_never_booked_twice": "neutral_id",
    "a_room_is_never_booked_twice": "room_id",
}


def exclude(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql" or schema_editor.connection.alias != "default":
        return
    schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    for name, column in CONSTRAINTS.items():
        schema_editor.execute(
            f"ALTER TABLE portal_reservation ADD CONSTRAINT {name} EXCLUDE USING gist "
            f"({column} WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ({column} IS NOT NULL)"
        )


def include(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql" or schema_editor.connection.alias != "default":
        return
    for name in CONSTRAINTS:
        schema_editor.execute(f"ALTER TABLE portal_reservation DROP CONSTRAINT {name}")


class Migration(migrations.Migration):
    replaces = list(REPLACES)

    dependencies = [
        ("portal", "0001_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="Chain",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("head_seq", models.PositiveIntegerField(default=0)),
                (
                    "head_hash",
                    models.BinaryField(
                        default=b"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
                        max_length=32,
                    ),
                ),
                ("checkpointed_seq", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(editable=False, max_length=20, unique=True)),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("conducts", models.JSONField(default=list, verbose_name="conducts")),
                (
                    "destroys_at_close",
                    models.BooleanField(
                        default=True,
                        help_text="When a case closes, its key is destroyed: nobody can read it again, in no backup either.",
                        verbose_name="destroy everything at close",
                    ),
                ),
                (
                    "keeps_final_agreement",
                    models.BooleanField(
                        default=False,
                        help_text="If off, what people agree on is printed for them and never stored.",
                        verbose_name="keep the final agreement",
                    ),
                ),
                (
                    "weighted_criteria",
                    models.BooleanField(
                        default=False,
                        help_text="If off, screening is a conversation and a person's decision, without points.",
                        verbose_name="weigh criteria in screening",
                    ),
                ),
                (
                    "formal_in_parallel",
                    models.BooleanField(
                        default=True,
                        help_text="If off, screening holds a request up while another office looks into the same matter.",
                        verbose_name="go on while a formal process runs",
                    ),
                ),
                (
                    "retention_years",
                    models.PositiveSmallIntegerField(
                        default=7,
                        help_text="Counted from the day on which it was concluded. The law may ask for more years, never for fewer.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="years a kept record stays",
                    ),
                ),
                (
                    "notice_before_consent",
                    models.BooleanField(
                        default=False,
                        help_text="If on, nobody can agree to take part before the sheet of rights and the notice have arrived.",
                        verbose_name="full notice before anybody agrees",
                    ),
                ),
                (
                    "tracks_allegations",
                    models.BooleanField(
                        default=False,
                        help_text="If on, each allegation is written down by itself and gets a way of its own.",
                        verbose_name="decide on each allegation",
                    ),
                ),
                (
                    "cosigns_allegations",
                    models.BooleanField(
                        default=False,
                        help_text="If on, the way of an allegation counts only once the director has signed it too.",
                        verbose_name="director signs each way",
                    ),
                ),
                (
                    "staff_reach_out",
                    models.BooleanField(
                        default=False,
                        help_text="If on, an invitation is never passed on by the person who asked.",
                        verbose_name="only staff write to the others",
                    ),
                ),
                (
                    "one_neutral_is_enough",
                    models.BooleanField(
                        default=False,
                        help_text="If on, one person may conduct what usually a pair does. A pair is still better.",
                        verbose_name="one neutral is enough",
                    ),
                ),
                (
                    "hold_minors",
                    models.BooleanField(
                        default=True,
                        help_text="The request waits until staff have written down which rule of the office applies.",
                        verbose_name="wait when somebody is under 18",
                    ),
                ),
                (
                    "external_neutrals",
                    models.BooleanField(
                        default=False,
                        help_text="For example when everybody here knows the people. Those who take part are told.",
                        verbose_name="let neutrals from outside the institution be asked",
                    ),
                ),
                (
                    "same_unit_excluded",
                    models.BooleanField(
                        default=True,
                        help_text="Nobody conducts a case that belongs to the unit in which they work or study.",
                        verbose_name="keep mediators out of their own unit",
                    ),
                ),
                (
                    "reply_hours",
                    models.PositiveSmallIntegerField(
                        default=8,
                        help_text="Everybody who writes to us is told the day that follows from this.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(80),
                        ],
                        verbose_name="answer within so many office hours",
                    ),
                ),
                (
                    "target_days",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Our aim, counted from the first contact. It colours the queue.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days until a first session",
                    ),
                ),
                (
                    "answer_days",
                    models.PositiveSmallIntegerField(
                        default=10,
                        help_text="After this many days an invitation without an answer has ended, in the same words as a no.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days to answer an invitation",
                    ),
                ),
                (
                    "contact_attempts_cap",
                    models.PositiveSmallIntegerField(
                        default=3,
                        help_text="We never ask more often than this. Silence is an answer too.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                        verbose_name="most attempts to reach somebody",
                    ),
                ),
                (
                    "booking_horizon_days",
                    models.PositiveSmallIntegerField(
                        default=14,
                        help_text="People mark their free times for so many days.",
                        validators=[
                            django.core.validators.MinValueValidator(7),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="days ahead in which times are looked for",
                    ),
                ),
                (
                    "idle_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="When nothing has happened for so long, we ask; then the case is closed.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days without any step",
                    ),
                ),
                (
                    "idle_grace_days",
                    models.PositiveSmallIntegerField(
                        default=10,
                        help_text="So long we wait after asking before an idle case is closed.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days to answer when we ask",
                    ),
                ),
            ],
            options={
                "verbose_name": "programme",
                "verbose_name_plural": "programmes",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("destroys_at_close", False), ("keeps_final_agreement", False), _connector="OR"
                        ),
                        name="what_is_destroyed_at_close_is_not_kept",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tracks_allegations", True), ("cosigns_allegations", False), _connector="OR"
                        ),
                        name="a_way_is_signed_only_where_allegations_are_tracked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EnforcementRecord",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "reference",
                    models.CharField(
                        default=portal.plans.references.new_record_reference, editable=False, max_length=12, unique=True
                    ),
                ),
                ("chain_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("RUNNING", "Being followed"),
                            ("COMPLETED", "Completed"),
                            ("NOT_COMPLETED", "Ended without completion"),
                        ],
                        default="RUNNING",
                        max_length=20,
                    ),
                ),
                ("proceeding", portal.vault.fields.SealedTextField(seal="record.proceeding")),
                ("person", portal.vault.fields.SealedTextField(seal="record.person")),
                ("done_when", portal.vault.fields.SealedTextField(blank=True, seal="record.done_when")),
                ("if_not_done", portal.vault.fields.SealedTextField(blank=True, seal="record.if_not_done")),
                ("follow_up", portal.vault.fields.SealedTextField(blank=True, seal="record.follow_up")),
                ("edition", models.PositiveSmallIntegerField()),
                ("approved_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("comment", portal.vault.fields.SealedTextField(blank=True, seal="record.comment")),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("keep_until", models.DateField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
            ],
            options={
                "ordering": ["approved_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", True), ("keep_until__isnull", True), ("status", "RUNNING")),
                            models.Q(
                                models.Q(("status", "RUNNING"), _negated=True),
                                ("ended_on__isnull", False),
                                ("keep_until__gt", models.F("ended_on")),
                            ),
                            _connector="OR",
                        ),
                        name="a_record_is_kept_until_a_day_exactly_when_ended",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("code_hash", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
            },
        ),
        migrations.CreateModel(
            name="Pass",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("code_hash", models.CharField(max_length=64, unique=True)),
                ("phrase", portal.vault.fields.SealedTextField(seal="pass.phrase")),
                ("issued_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "pass",
                "verbose_name_plural": "passes",
            },
        ),
        migrations.CreateModel(
            name="Matter",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("chain_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("OPEN", "Open"), ("DESTROYING", "Being destroyed"), ("KEPT", "Closed and kept")],
                        default="OPEN",
                        max_length=20,
                    ),
                ),
                ("first_contact_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_activity_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("idle_asked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="matters", to="portal.programme"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["status", "last_activity_at"], name="matter_idle")],
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "reference",
                    models.CharField(
                        default=portal.cases.references.new_case_reference, editable=False, max_length=12, unique=True
                    ),
                ),
                ("process", models.CharField(max_length=30)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("OPENED", "Opened"),
                            ("INVITING", "Invitations"),
                            ("ARRANGING", "Pair and time"),
                            ("BOOKED", "Session booked"),
                            ("IN_SESSION", "In session"),
                            ("HELD", "Session held"),
                            ("ENDED", "Ended, to be closed"),
                        ],
                        default="OPENED",
                        max_length=20,
                    ),
                ),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DONE", "Went all the way"),
                            ("DECLINED", "Somebody does not take part"),
                            ("NO_ANSWER", "No answer"),
                            ("WITHDRAWN", "Somebody withdrew"),
                            ("STOPPED", "Stopped by the office"),
                            ("UNSUITABLE", "Another way fits better"),
                            ("REFERRED", "Referred to another office"),
                            ("NOT_PURSUED", "The requester does not go on"),
                            ("INFORMATION", "Information only"),
                            ("IDLE", "Nothing happened for a long time"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "ended_from",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("OPENED", "Opened"),
                            ("INVITING", "Invitations"),
                            ("ARRANGING", "Pair and time"),
                            ("BOOKED", "Session booked"),
                            ("IN_SESSION", "In session"),
                            ("HELD", "Session held"),
                            ("ENDED", "Ended, to be closed"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "stop_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ORDER", "An order or a directive"),
                            ("SAFETY", "Safety"),
                            ("ABUSED", "The process was abused"),
                            ("OFFICE", "The office decided"),
                        ],
                        max_length=20,
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=20)),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("invited_at", models.DateTimeField(blank=True, null=True)),
                ("answer_by", models.DateField(blank=True, null=True)),
                (
                    "pending_ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DONE", "Went all the way"),
                            ("DECLINED", "Somebody does not take part"),
                            ("NO_ANSWER", "No answer"),
                            ("WITHDRAWN", "Somebody withdrew"),
                            ("STOPPED", "Stopped by the office"),
                            ("UNSUITABLE", "Another way fits better"),
                            ("REFERRED", "Referred to another office"),
                            ("NOT_PURSUED", "The requester does not go on"),
                            ("INFORMATION", "Information only"),
                            ("IDLE", "Nothing happened for a long time"),
                        ],
                        max_length=20,
                    ),
                ),
                ("paused_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("clock_paused_on", models.DateField(blank=True, null=True)),
                ("clock_paused_days", models.PositiveSmallIntegerField(default=0)),
                (
                    "coordinator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coordinated_cases",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="case", to="portal.matter"
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="portal.programme"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-opened_at", "-id"], name="case_list"),
                    models.Index(fields=["programme", "status", "process", "id"], name="case_facets"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at__isnull", False),
                                ("status", "ENDED"),
                                models.Q(("ending", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "ENDED"), _negated=True), ("ended_at__isnull", True), ("ending", "")
                            ),
                            _connector="OR",
                        ),
                        name="case_has_an_ending_exactly_when_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer_by__isnull", True), ("invited_at__isnull", True)),
                            models.Q(("answer_by__isnull", False), ("invited_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="case_has_an_answer_day_exactly_when_invited",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("PARTY", "Party"),
                            ("COACHEE", "Coachee"),
                            ("GROUP_SPONSOR", "Sponsor of the group"),
                            ("CAUSED_HARM", "Caused harm"),
                            ("HARMED", "Harmed"),
                            ("COMMUNITY_REPRESENTATIVE", "Speaks for the community"),
                            ("SUPPORTER", "Supporter"),
                            ("INTERPRETER", "Interpreter"),
                            ("ADVISOR", "Advisor"),
                        ],
                        default="PARTY",
                        max_length=30,
                    ),
                ),
                (
                    "second_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("PARTY", "Party"),
                            ("COACHEE", "Coachee"),
                            ("GROUP_SPONSOR", "Sponsor of the group"),
                            ("CAUSED_HARM", "Caused harm"),
                            ("HARMED", "Harmed"),
                            ("COMMUNITY_REPRESENTATIVE", "Speaks for the community"),
                            ("SUPPORTER", "Supporter"),
                            ("INTERPRETER", "Interpreter"),
                            ("ADVISOR", "Advisor"),
                        ],
                        max_length=30,
                    ),
                ),
                ("is_requester", models.BooleanField(default=False)),
                ("name", portal.vault.fields.SealedTextField(blank=True, seal="participant.name")),
                ("contact", portal.vault.fields.SealedJSONField(blank=True, seal="participant.contact")),
                ("hides_contact", models.BooleanField(default=False)),
                ("needs", portal.vault.fields.SealedJSONField(blank=True, seal="participant.needs")),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("REQUESTER", "The requester passes it on"),
                            ("STAFF_MAIL", "Staff write"),
                            ("STAFF_PHONE", "Staff phone"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "willing",
                    models.CharField(
                        choices=[
                            ("UNASKED", "Not asked yet"),
                            ("ASKED", "Asked"),
                            ("YES", "Takes part"),
                            ("NO", "Does not take part"),
                        ],
                        default="UNASKED",
                        max_length=20,
                    ),
                ),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("rights_read_at", models.DateTimeField(blank=True, null=True)),
                ("more_time_asked_at", models.DateTimeField(blank=True, null=True)),
                ("left_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="participants", to="portal.case"
                    ),
                ),
                (
                    "comes_with",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="companions",
                        to="portal.participant",
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="portal.invitation",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="participants",
                        to="portal.pass",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "number"), name="a_participant_number_stands_once_in_a_case"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_requester", True)), fields=("case",), name="a_case_has_one_requester"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("second_role", ""),
                            models.Q(("second_role", models.F("role")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_second_role_is_another_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("DRAFT", "Being written"),
                            ("CONFIRMING", "Everyone reads and confirms"),
                            ("SUBMITTED", "With the Chair"),
                            ("IN_FORCE", "In force"),
                            ("MOVED", "With the enforcing office"),
                            ("COMPLETED", "Completed"),
                            ("GIVEN_UP", "Given up"),
                        ],
                        default="DRAFT",
                        max_length=20,
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField(default=1)),
                ("harms", portal.vault.fields.SealedTextField(blank=True, seal="plan.harms")),
                ("needs", portal.vault.fields.SealedTextField(blank=True, seal="plan.needs")),
                ("done_when", portal.vault.fields.SealedTextField(blank=True, seal="plan.done_when")),
                ("if_not_done", portal.vault.fields.SealedTextField(blank=True, seal="plan.if_not_done")),
                ("follow_up", portal.vault.fields.SealedTextField(blank=True, seal="plan.follow_up")),
                ("is_linked", models.BooleanField(default=False)),
                ("proceeding", portal.vault.fields.SealedTextField(blank=True, seal="plan.proceeding")),
                ("begun_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("in_force_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="plan", to="portal.case"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_linked", True),
                            models.Q(("status__in", ["SUBMITTED", "MOVED"]), _negated=True),
                            _connector="OR",
                        ),
                        name="only_a_linked_plan_goes_to_the_chair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_linked", False), models.Q(("status", "IN_FORCE"), _negated=True), _connector="OR"
                        ),
                        name="a_linked_plan_is_never_followed_in_the_case",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Allegation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("number", models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)])),
                (
                    "law",
                    models.CharField(
                        choices=[
                            ("TITLE_IX", "Title IX: sex, in education"),
                            ("TITLE_VI", "Title VI: race, colour or national origin"),
                            ("TITLE_VII", "Title VII: at work"),
                            ("OTHER", "Another law or policy"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("SEX", "Sex or gender"),
                            ("ORIENTATION", "Sexual orientation or gender identity"),
                            ("RACE", "Race or colour"),
                            ("ORIGIN", "National origin or ancestry"),
                            ("RELIGION", "Religion"),
                            ("DISABILITY", "Disability"),
                            ("AGE", "Age"),
                            ("VETERAN", "Service in the armed forces"),
                            ("RETALIATION", "Having reported or taken part"),
                            ("OTHER", "Something else, or not known"),
                        ],
                        max_length=20,
                    ),
                ),
                ("harmed_is", models.JSONField(default=list)),
                ("named_is", models.JSONField(default=list)),
                ("harmed", portal.vault.fields.SealedTextField(blank=True, seal="allegation.harmed")),
                ("named", portal.vault.fields.SealedTextField(blank=True, seal="allegation.named")),
                ("what", portal.vault.fields.SealedTextField(seal="allegation.what")),
                ("when", portal.vault.fields.SealedTextField(blank=True, seal="allegation.when")),
                ("where", portal.vault.fields.SealedTextField(blank=True, seal="allegation.where")),
                ("policy", portal.vault.fields.SealedTextField(blank=True, seal="allegation.policy")),
                (
                    "formal_complaint",
                    portal.vault.fields.SealedTextField(blank=True, seal="allegation.formal_complaint"),
                ),
                ("formal_since", models.DateField(blank=True, null=True)),
                ("formal_paused_on", models.DateField(blank=True, null=True)),
                ("barred_on", models.DateField(blank=True, null=True)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="allegations", to="portal.matter"
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("matter", "number"), name="an_allegation_number_stands_once_in_a_matter"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("formal_paused_on__isnull", True),
                            models.Q(
                                ("formal_paused_on__gte", models.F("formal_since")), ("formal_since__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="only_a_formal_process_that_began_can_rest",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(default="en", max_length=10, verbose_name="language")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("body", models.TextField(max_length=20000, verbose_name="text")),
                (
                    "status",
                    models.CharField(
                        choices=[("DRAFT", "Draft"), ("APPROVED", "In use"), ("SUPERSEDED", "Replaced")],
                        default="DRAFT",
                        max_length=20,
                    ),
                ),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("AGREEMENT_TO_PARTICIPATE", "Agreement to participate"),
                            ("COACHING_UNDERSTANDING", "Coaching understanding"),
                            ("FACILITATION_AGREEMENT", "Facilitation agreement"),
                            ("RJ_PARTICIPATION", "Circle agreement: facilitators"),
                            ("RJ_CAUSED_HARM", "Circle agreement: who caused harm"),
                            ("RJ_HARMED", "Circle agreement: who was harmed"),
                            ("RJ_MUTUAL", "Circle agreement: who caused harm and was harmed"),
                            ("RJ_COMMUNITY", "Circle agreement: who speaks for the community"),
                            ("RJ_SUPPORTER", "Circle agreement: who comes along"),
                            ("REPAIR_PLAN", "Plan"),
                            ("RESOLUTION_AGREEMENT", "Resolution agreement"),
                            ("SIGN_IN_SHEET", "Sign-in sheet"),
                            ("REFLECTION_SHEET", "Reflection sheet"),
                            ("BLANK_POINTS_SHEET", "Points of agreement, blank"),
                            ("WRITTEN_NOTICE", "Written notice"),
                            ("LETTER", "Letter"),
                        ],
                        max_length=40,
                        verbose_name="kind",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "language", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "programme", "language", "version"), name="template_version_stands_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "APPROVED")),
                        fields=("kind", "programme", "language"),
                        name="template_has_one_version_in_use",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "DRAFT")),
                        fields=("kind", "programme", "language"),
                        name="template_has_one_draft_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at__isnull", True), ("status", "DRAFT")),
                            models.Q(models.Q(("status", "DRAFT"), _negated=True), ("approved_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="template_is_a_draft_exactly_until_approved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Resolution",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("DRAFT", "Being written"),
                            ("SIGNING", "Being signed"),
                            ("AGREED", "Signed by all"),
                            ("REPLACED", "Replaced by a newer version"),
                            ("WITHDRAWN", "Somebody withdrew before all had signed"),
                        ],
                        default="DRAFT",
                        max_length=20,
                    ),
                ),
                (
                    "wording",
                    models.CharField(
                        choices=[
                            ("NO_FINDING", "Nobody is found to have done anything"),
                            ("ACKNOWLEDGEMENT", "Somebody acknowledges something, in words they chose"),
                        ],
                        default="NO_FINDING",
                        max_length=20,
                    ),
                ),
                ("acknowledgement", portal.vault.fields.SealedTextField(blank=True, seal="resolution.acknowledgement")),
                ("covers", portal.vault.fields.SealedTextField(blank=True, seal="resolution.covers")),
                ("measures", portal.vault.fields.SealedTextField(blank=True, seal="resolution.measures")),
                ("permitted", portal.vault.fields.SealedTextField(blank=True, seal="resolution.permitted")),
                ("breach_to", portal.vault.fields.SealedTextField(blank=True, seal="resolution.breach_to")),
                ("review_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("text", portal.vault.fields.SealedTextField(blank=True, seal="resolution.text")),
                ("text_sha256", models.CharField(blank=True, max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("agreed_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("allegations", models.ManyToManyField(blank=True, related_name="resolutions", to="portal.allegation")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="resolutions", to="portal.case"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="portal.documenttemplate",
                    ),
                ),
            ],
            options={
                "ordering": ["-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "version"), name="a_resolution_version_stands_once_in_a_case"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", frozenset(["AGREED", "DRAFT", "SIGNING"]))),
                        fields=("case",),
                        name="a_case_has_one_current_resolution",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_at__isnull", False), ("status", "AGREED")),
                            models.Q(models.Q(("status", "AGREED"), _negated=True), ("agreed_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_resolution_is_agreed_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("APOLOGY", "Apology"),
                            ("RESTITUTION", "Making good a loss"),
                            ("SERVICE", "Service"),
                            ("LEARNING", "Learning"),
                            ("SPACE", "Conduct and space"),
                            ("REPAIR", "Repair in the community"),
                            ("PREVENTION", "So that it does not happen again"),
                            ("NO_CONTACT", "No contact"),
                            ("CHANGE", "Change of schedule, housing or work"),
                            ("PROJECT", "Project"),
                            ("CLIMATE", "For the climate of a group"),
                            ("MONITORING", "Looking after it"),
                            ("SUPPORT", "Support"),
                        ],
                        max_length=20,
                    ),
                ),
                ("by_whom", portal.vault.fields.SealedTextField(seal="commitment.by_whom")),
                ("is_support", models.BooleanField(default=False)),
                ("what", portal.vault.fields.SealedTextField(seal="commitment.what")),
                ("for_whom", portal.vault.fields.SealedTextField(blank=True, seal="commitment.for_whom")),
                ("shown_by", portal.vault.fields.SealedTextField(blank=True, seal="commitment.shown_by")),
                ("mentor", portal.vault.fields.SealedTextField(blank=True, seal="commitment.mentor")),
                ("obstacle", portal.vault.fields.SealedTextField(blank=True, seal="commitment.obstacle")),
                ("meets", portal.vault.fields.SealedTextField(blank=True, seal="commitment.meets")),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("due_on", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("OPEN", "Open"),
                            ("DONE", "Done"),
                            ("PARTLY", "Done in part"),
                            ("NOT_DONE", "Not done"),
                        ],
                        default="OPEN",
                        max_length=20,
                    ),
                ),
                ("settled_on", models.DateField(blank=True, null=True)),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commitments",
                        to="portal.enforcementrecord",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commitments",
                        to="portal.participant",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commitments",
                        to="portal.plan",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commitments",
                        to="portal.resolution",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("plan__isnull", False), ("record__isnull", True), ("resolution__isnull", True)),
                            models.Q(("plan__isnull", True), ("record__isnull", False), ("resolution__isnull", True)),
                            models.Q(("plan__isnull", True), ("record__isnull", True), ("resolution__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_commitment_is_in_one_plan_record_or_agreement",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("record__isnull", True), ("owner__isnull", True), _connector="OR"),
                        name="a_commitment_in_a_record_points_to_no_participant",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on__isnull", True), ("starts_on__lte", models.F("due_on")), _connector="OR"
                        ),
                        name="a_commitment_starts_before_it_is_due",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_on__isnull", True), ("status", "OPEN")),
                            models.Q(models.Q(("status", "OPEN"), _negated=True), ("settled_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_commitment_is_settled_on_a_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("plan__isnull", False)),
                        fields=("plan", "number"),
                        name="a_commitment_number_stands_once_in_a_plan",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("record__isnull", False)),
                        fields=("record", "number"),
                        name="a_commitment_number_stands_once_in_a_record",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("resolution__isnull", False)),
                        fields=("resolution", "number"),
                        name="a_commitment_number_stands_once_in_a_resolution",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                ("expires_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="PurgeRun",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("matter_id", models.UUIDField(unique=True)),
                (
                    "step",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Marked; nobody can open it"), (2, "The key is gone"), (3, "The rows are gone")],
                        default=1,
                    ),
                ),
                ("values", models.JSONField(default=dict)),
                ("is_counted", models.BooleanField(default=False)),
                ("files", models.JSONField(default=list)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="Room",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True)),
                ("seats", models.PositiveSmallIntegerField(default=6)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Statistic",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("term", models.CharField(max_length=20)),
                ("programme", models.CharField(max_length=20)),
                ("asks_for", models.CharField(max_length=30)),
                ("process", models.CharField(blank=True, max_length=30)),
                ("came_by", models.CharField(max_length=20)),
                ("referral", models.CharField(max_length=20)),
                ("campaign", models.CharField(blank=True, max_length=40)),
                ("ending", models.CharField(max_length=20)),
                ("stage", models.CharField(blank=True, max_length=20)),
                ("outcome", models.CharField(blank=True, max_length=20)),
                ("change", models.CharField(blank=True, max_length=20)),
                ("reached", models.CharField(blank=True, max_length=20)),
                ("resources_shared", models.PositiveSmallIntegerField(default=0)),
                ("form", models.CharField(blank=True, max_length=20)),
                ("crowd", models.CharField(blank=True, max_length=20)),
                ("parties", models.PositiveSmallIntegerField(default=0)),
                ("sessions", models.PositiveSmallIntegerField(default=0)),
                ("session_minutes", models.PositiveSmallIntegerField(default=0)),
                ("days_to_reply", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("days_to_session", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WaitingStatistic",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("term", models.CharField(max_length=20)),
                ("programme", models.CharField(max_length=20)),
                ("asks_for", models.CharField(max_length=30)),
                ("process", models.CharField(blank=True, max_length=30)),
                ("came_by", models.CharField(max_length=20)),
                ("referral", models.CharField(max_length=20)),
                ("campaign", models.CharField(blank=True, max_length=40)),
                ("ending", models.CharField(max_length=20)),
                ("stage", models.CharField(blank=True, max_length=20)),
                ("outcome", models.CharField(blank=True, max_length=20)),
                ("change", models.CharField(blank=True, max_length=20)),
                ("reached", models.CharField(blank=True, max_length=20)),
                ("resources_shared", models.PositiveSmallIntegerField(default=0)),
                ("form", models.CharField(blank=True, max_length=20)),
                ("crowd", models.CharField(blank=True, max_length=20)),
                ("parties", models.PositiveSmallIntegerField(default=0)),
                ("sessions", models.PositiveSmallIntegerField(default=0)),
                ("session_minutes", models.PositiveSmallIntegerField(default=0)),
                ("days_to_reply", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("days_to_session", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "reference",
                    models.CharField(
                        default=portal.cases.references.new_request_reference,
                        editable=False,
                        max_length=12,
                        unique=True,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("NEW", "New"),
                            ("ANSWERED", "In conversation"),
                            ("SCREENED", "Screened"),
                            ("CASE_OPENED", "Case opened"),
                            ("ENDED", "Ended, to be closed"),
                        ],
                        default="NEW",
                        max_length=20,
                    ),
                ),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DONE", "Went all the way"),
                            ("DECLINED", "Somebody does not take part"),
                            ("NO_ANSWER", "No answer"),
                            ("WITHDRAWN", "Somebody withdrew"),
                            ("STOPPED", "Stopped by the office"),
                            ("UNSUITABLE", "Another way fits better"),
                            ("REFERRED", "Referred to another office"),
                            ("NOT_PURSUED", "The requester does not go on"),
                            ("INFORMATION", "Information only"),
                            ("IDLE", "Nothing happened for a long time"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "asks_for",
                    models.CharField(
                        choices=[
                            ("COACHING", "Conflict coaching"),
                            ("FACILITATION", "Facilitation"),
                            ("MEDIATION", "Mediation"),
                            ("RESTORATIVE_JUSTICE", "Restorative justice"),
                            ("UNSURE", "Not sure yet"),
                            ("CONTACT", "Just contact me"),
                        ],
                        default="UNSURE",
                        max_length=30,
                    ),
                ),
                (
                    "came_by",
                    models.CharField(
                        choices=[
                            ("WEB", "Web"),
                            ("PHONE", "Phone"),
                            ("EMAIL", "E-mail"),
                            ("WALK_IN", "Walk-in"),
                            ("PARTNER", "Partner office"),
                        ],
                        default="WEB",
                        max_length=20,
                    ),
                ),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("SELF", "The person themselves"),
                            ("PARTNER", "An office or a group"),
                            ("DIRECTOR", "The director"),
                        ],
                        default="SELF",
                        max_length=10,
                    ),
                ),
                ("sent_by", portal.vault.fields.SealedTextField(blank=True, null=True, seal="request.sent_by")),
                (
                    "referral",
                    models.CharField(
                        choices=[
                            ("SELF", "Found it myself"),
                            ("FRIEND", "A friend or colleague"),
                            ("PARTNER", "Another office"),
                            ("MATERIAL", "A poster or a handout"),
                            ("OTHER", "Another way"),
                            ("UNSAID", "Not said"),
                        ],
                        default="UNSAID",
                        max_length=20,
                    ),
                ),
                ("campaign", models.CharField(blank=True, max_length=40)),
                (
                    "constituency",
                    models.CharField(
                        choices=[
                            ("UNDERGRADUATE", "Undergraduate student"),
                            ("GRADUATE", "Graduate student"),
                            ("POSTDOC", "Postdoc"),
                            ("STAFF", "Staff"),
                            ("FACULTY", "Faculty"),
                            ("OTHER", "Somebody else"),
                            ("UNSAID", "I would rather not say"),
                        ],
                        default="UNSAID",
                        max_length=20,
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=20)),
                ("name", portal.vault.fields.SealedTextField(blank=True, seal="request.name")),
                ("contact", portal.vault.fields.SealedJSONField(blank=True, seal="request.contact")),
                (
                    "safe_way",
                    models.CharField(
                        choices=[
                            ("EMAIL", "E-mail"),
                            ("PHONE", "Phone call"),
                            ("CODE", "I will come back with my personal code"),
                        ],
                        default="CODE",
                        max_length=10,
                    ),
                ),
                ("about", portal.vault.fields.SealedTextField(blank=True, seal="request.about")),
                ("story", portal.vault.fields.SealedTextField(blank=True, seal="request.story")),
                ("tried", portal.vault.fields.SealedTextField(blank=True, seal="request.tried")),
                ("hope", portal.vault.fields.SealedTextField(blank=True, seal="request.hope")),
                ("soon", portal.vault.fields.SealedTextField(blank=True, seal="request.soon")),
                ("others", portal.vault.fields.SealedTextField(blank=True, seal="request.others")),
                ("connection", portal.vault.fields.SealedTextField(blank=True, seal="request.connection")),
                ("needs", portal.vault.fields.SealedTextField(blank=True, seal="request.needs")),
                ("keep_from", portal.vault.fields.SealedTextField(blank=True, seal="request.keep_from")),
                ("is_minor", models.BooleanField(default=False)),
                ("minor_cleared_at", models.DateTimeField(blank=True, null=True)),
                ("minor_rule", portal.vault.fields.SealedTextField(blank=True, seal="request.minor_rule")),
                ("submission", models.CharField(max_length=64, unique=True)),
                ("first_contact_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("reply_due_on", models.DateField()),
                ("first_reply_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requests",
                        to="portal.case",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="requests",
                        to="portal.pass",
                    ),
                ),
                (
                    "logged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="requests", to="portal.matter"
                    ),
                ),
                (
                    "minor_cleared_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="portal.programme"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["programme", "status", "first_contact_at"], name="request_queue")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at__isnull", False),
                                ("status", "ENDED"),
                                models.Q(("ending", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "ENDED"), _negated=True), ("ended_at__isnull", True), ("ending", "")
                            ),
                            _connector="OR",
                        ),
                        name="request_has_an_ending_exactly_when_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("case__isnull", False), ("status", "CASE_OPENED")),
                            models.Q(models.Q(("status", "CASE_OPENED"), _negated=True), ("case__isnull", True)),
                            _connector="OR",
                        ),
                        name="request_has_a_case_exactly_when_a_case_was_opened",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccessRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("wish", portal.vault.fields.SealedTextField(blank=True, seal="accessrequest.wish")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ASKED", "Asked"),
                            ("DRAFTED", "Draft to read"),
                            ("APPROVED", "Approved"),
                            ("RELEASED", "Handed over"),
                            ("TAKEN_BACK", "Taken back"),
                        ],
                        default="ASKED",
                        max_length=20,
                    ),
                ),
                ("asked_on", models.DateField(default=django.utils.timezone.localdate)),
                ("due_on", models.DateField(default=portal.access.models.due_date)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "known_by",
                    models.CharField(
                        choices=[
                            ("OWN_PAGE", "Their own page and code"),
                            ("PHRASE", "The phone phrase"),
                            ("CALLED_BACK", "Called back on the safe number"),
                            ("CARD", "Showed a card with a picture"),
                        ],
                        max_length=20,
                    ),
                ),
                ("drafted_at", models.DateTimeField(blank=True, null=True)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("released_at", models.DateTimeField(blank=True, null=True)),
                ("reminded_on", models.DateField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="portal.matter"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="portal.participant",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="portal.request",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "asked_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("participant__isnull", True), ("request__isnull", False)),
                            models.Q(("participant__isnull", False), ("request__isnull", True)),
                            _connector="OR",
                        ),
                        name="an_access_request_is_one_persons",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("participant__isnull", False), ("status__in", ["APPROVED", "ASKED", "DRAFTED"])
                        ),
                        fields=("participant",),
                        name="a_participant_has_one_open_access_request",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("request__isnull", False), ("status__in", ["APPROVED", "ASKED", "DRAFTED"])
                        ),
                        fields=("request",),
                        name="a_writer_has_one_open_access_request",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["APPROVED", "RELEASED"]), _negated=True),
                            models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_record_is_approved_by_somebody_before_it_is_handed_over",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccessItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("title", portal.vault.fields.SealedTextField(seal="accessitem.title")),
                ("body", portal.vault.fields.SealedTextField(seal="accessitem.body")),
                ("is_own", models.BooleanField(default=True)),
                ("hidden", models.PositiveSmallIntegerField(default=0)),
                ("is_included", models.BooleanField(default=True)),
                ("is_edited", models.BooleanField(default=False)),
                (
                    "access",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="portal.accessrequest"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("access", "position"), name="a_piece_of_a_draft_has_its_own_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountInvitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        choices=[("ENROL", "Set a password and a second factor"), ("PASSWORD", "Set a new password")],
                        default="ENROL",
                        max_length=10,
                    ),
                ),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation to an account",
                "verbose_name_plural": "invitations to an account",
            },
        ),
        migrations.CreateModel(
            name="AllegationRoute",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("COACHING", "Conflict coaching, as support"),
                            ("FACILITATION", "Facilitation"),
                            ("MEDIATION", "Mediation"),
                            ("RESTORATIVE_JUSTICE", "Restorative justice"),
                            ("FORMAL", "The formal process"),
                            ("OTHER_OFFICE", "Another office"),
                            ("SUPPORT", "Supportive measures only"),
                            ("NOTHING", "Nothing for now, as the person wishes"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", portal.vault.fields.SealedTextField(seal="allegation_route.reason")),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("IN_FORCE", "Holds"),
                            ("WAITING", "Waits for a second reader"),
                            ("SENT_BACK", "Sent back by the second reader"),
                        ],
                        default="IN_FORCE",
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                ("signer_words", portal.vault.fields.SealedTextField(blank=True, seal="allegation_route.signer_words")),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="routes", to="portal.allegation"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-decided_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_by__isnull", True),
                            models.Q(("signed_by", models.F("decided_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_signs_a_way_that_they_decided",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("standing", "WAITING")),
                        fields=("allegation",),
                        name="one_way_of_an_allegation_waits_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Background",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("DEGREE", "Degree"),
                            ("EXPERIENCE", "Experience"),
                            ("MEMBERSHIP", "License or membership"),
                        ],
                        max_length=15,
                        verbose_name="what it is",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="For example: M.A. in conflict resolution.", max_length=160, verbose_name="title"
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="where")),
                (
                    "years",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="For work only.",
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(60)],
                        verbose_name="years of it",
                    ),
                ),
                ("seen_on", models.DateField(blank=True, null=True, verbose_name="paper seen on")),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="background",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "degree or experience",
                "verbose_name_plural": "degrees and experience",
                "ordering": ["kind", "-added_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("seen_by", None), ("seen_on", None)),
                            models.Q(("seen_by__isnull", False), ("seen_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_background_names_who_saw_it_exactly_when_it_was_seen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("years", None), ("kind", "EXPERIENCE"), _connector="OR"),
                        name="only_experience_has_years",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="a_background_has_a_title"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Booking",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[("BOOKED", "Booked"), ("USED", "Used"), ("CANCELLED", "Cancelled")],
                        default="BOOKED",
                        max_length=20,
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("place", portal.vault.fields.SealedTextField(blank=True, seal="booking.place")),
                ("sequence", models.PositiveSmallIntegerField(default=0)),
                ("booked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "booked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bookings", to="portal.case"
                    ),
                ),
                (
                    "room",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bookings",
                        to="portal.room",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="a_booking_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "BOOKED")),
                        fields=("case",),
                        name="a_case_has_one_booking_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_lead", models.BooleanField(default=False)),
                ("is_extra", models.BooleanField(default=False)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "tie",
                    models.CharField(
                        choices=[
                            ("UNANSWERED", "Asked"),
                            ("NO", "No tie"),
                            ("YES", "Tie"),
                            ("UNSURE", "Unsure"),
                            ("NOT_AVAILABLE", "Not available"),
                        ],
                        default="UNANSWERED",
                        max_length=20,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("TIE", "Tie"),
                            ("NOT_AVAILABLE", "Not available"),
                            ("OBJECTION", "A party asked for somebody else"),
                            ("REPLACED", "Replaced by the office"),
                            ("CASE_ENDED", "The case ended"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "neutral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="assignments", to="portal.case"
                    ),
                ),
            ],
            options={
                "ordering": ["asked_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("case", "neutral"),
                        name="a_neutral_is_assigned_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepted_at__isnull", True), ("tie", "NO"), _connector="OR"),
                        name="an_assignment_is_accepted_only_without_a_tie",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end_reason", ""), ("ended_at__isnull", True)),
                            models.Q(("ended_at__isnull", False), models.Q(("end_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="an_assignment_has_a_reason_exactly_when_ended",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditLink",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("seq", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=portal.audit.models.audit_events,
                        max_length=50,
                    ),
                ),
                ("payload", portal.vault.fields.SealedJSONField(seal="audit.payload")),
                ("digest", models.BinaryField(max_length=32)),
                ("previous", models.BinaryField(max_length=32)),
                ("hash", models.BinaryField(max_length=32)),
                (
                    "chain",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="links", to="portal.chain"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("chain", "seq"), name="each_place_in_a_chain_is_taken_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="CircleGroup",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("label", portal.vault.fields.SealedTextField(seal="circle_group.label")),
                ("invited", models.PositiveIntegerField()),
                ("invited_at", models.DateTimeField(blank=True, null=True)),
                ("here", models.PositiveIntegerField(blank=True, null=True)),
                ("agreed", models.PositiveIntegerField(blank=True, null=True)),
                ("counted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="circle_groups", to="portal.case"
                    ),
                ),
                (
                    "facilitator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="a_group_number_stands_once_in_a_case"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed__isnull", True), ("here__isnull", True)),
                            ("agreed__lte", models.F("here")),
                            _connector="OR",
                        ),
                        name="no_more_agree_than_are_here",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CircleSheet",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("community_is_harmed", models.BooleanField(default=False)),
                ("nobody_is_known", models.BooleanField(default=False)),
                (
                    "order",
                    models.CharField(
                        choices=[
                            ("HARMED_FIRST", "Those who were harmed first"),
                            ("TOGETHER", "Everyone at the same time"),
                        ],
                        default="HARMED_FIRST",
                        max_length=20,
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("IN_ONE_ROOM", "Together in one room"),
                            ("BY_VIDEO", "Together by video"),
                            ("IN_TWO_ROOMS", "In separate rooms, with the facilitators going between"),
                            ("IN_WRITING", "In letters or recordings that the facilitators bring"),
                            ("BY_SURROGATE", "With somebody else in the place of one side"),
                        ],
                        max_length=20,
                    ),
                ),
                ("safety", portal.vault.fields.SealedTextField(blank=True, seal="circle.safety")),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="circle", to="portal.case"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CoachingSheet",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("goals", portal.vault.fields.SealedTextField(blank=True, seal="coaching.goals")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("BY_MYSELF", "They want to solve it by themselves"),
                            ("OTHER_DECLINES", "The other side does not take part"),
                            ("BOTH", "Both"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "rating_before",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                    ),
                ),
                (
                    "rating_after",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                    ),
                ),
                ("resources_shared", models.PositiveSmallIntegerField(default=0)),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="coaching", to="portal.case"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CheckIn",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ON_THE_WAY", "On the way"),
                            ("OBSTACLE", "Something is in the way"),
                            ("DONE", "Done, and shown"),
                            ("PARTLY", "Done in part, and it stays at that"),
                            ("NOT_DONE", "Not done, and it stays at that"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", portal.vault.fields.SealedTextField(blank=True, seal="check_in.words")),
                ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="check_ins", to="portal.commitment"
                    ),
                ),
            ],
            options={
                "ordering": ["-noted_at"],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("variant", models.CharField(blank=True, max_length=30)),
                ("values", portal.vault.fields.SealedJSONField(seal="agreement.values")),
                ("text", portal.vault.fields.SealedTextField(seal="agreement.text")),
                ("sha256", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("signing_opened_at", models.DateTimeField(blank=True, null=True)),
                ("replaced_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="agreements", to="portal.case"
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.documenttemplate"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "variant", "version"), name="an_agreement_version_stands_once_in_a_case"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_at__isnull", True)),
                        fields=("case", "variant"),
                        name="a_case_has_one_current_agreement",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DynamicsSheet",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("power", portal.vault.fields.SealedTextField(blank=True, seal="dynamics.power")),
                ("relationship", portal.vault.fields.SealedTextField(blank=True, seal="dynamics.relationship")),
                ("history", portal.vault.fields.SealedTextField(blank=True, seal="dynamics.history")),
                ("safety", portal.vault.fields.SealedTextField(blank=True, seal="dynamics.safety")),
                ("edition", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="dynamics", to="portal.case"
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GroupBrief",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("group", portal.vault.fields.SealedTextField(blank=True, seal="group_brief.group")),
                ("objectives", portal.vault.fields.SealedTextField(blank=True, seal="group_brief.objectives")),
                ("success_signs", portal.vault.fields.SealedTextField(blank=True, seal="group_brief.success_signs")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("START", "To make a good start"),
                            ("BACK_ON_TRACK", "To get back on track"),
                            ("BOTH", "Both"),
                        ],
                        max_length=20,
                    ),
                ),
                ("headcount", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "reached",
                    models.CharField(
                        blank=True,
                        choices=[("ALL", "Reached"), ("PARTLY", "Reached in part"), ("NOT", "Not reached")],
                        max_length=20,
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="brief", to="portal.case"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Mailing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("NEWS", "There is news on your page"),
                            ("INVITATION", "Invitation to a person"),
                            ("CALENDAR", "Calendar file"),
                            ("STAFF_INVITATION", "Invitation to work here"),
                            ("FACTOR_RESET", "New second factor"),
                            ("PASSWORD_RESET", "New password"),
                            ("NEUTRAL_ASKED", "A question to a neutral"),
                            ("ADDRESS_CODE", "Code that proves an address"),
                            ("PLACE_NEWS", "News about a place in a course"),
                            ("PLACE_OFFER", "A place in a course is on offer"),
                            ("PLACE_REMINDER", "A course is about to start"),
                            ("PLACE_CALENDAR", "Calendar file for a course"),
                            ("LEARNING_NEWS", "News about what somebody learned"),
                            ("RENEWAL_DUE", "A certification is about to end"),
                            ("GROUP_THANKS", "A group asked for a training"),
                            ("STAFF_NEWS", "Something waits on the desk"),
                            ("PAGE_NEWS", "A page waits in the content system"),
                        ],
                        max_length=30,
                    ),
                ),
                ("language", models.CharField(default="en", max_length=10)),
                ("address", portal.vault.fields.SealedTextField(seal="mail.address")),
                ("context", portal.vault.fields.SealedJSONField(seal="mail.context")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("QUEUED", "waiting"),
                            ("SENDING", "being sent"),
                            ("SENT", "sent"),
                            ("FAILED", "could not be sent"),
                            ("DROPPED", "no longer wanted"),
                        ],
                        default="QUEUED",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "error_code",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("REFUSED", "the address was refused"),
                            ("PROVIDER", "the mail server had a fault"),
                            ("NETWORK", "the mail server could not be reached"),
                            ("INTERNAL", "the mail could not be written"),
                            ("KEY_GONE", "the record was destroyed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["state", "next_try_at"], name="mailing_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at__isnull", False), ("state", "SENT")),
                            models.Q(models.Q(("state", "SENT"), _negated=True), ("sent_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="mailing_has_a_time_of_sending_exactly_when_sent",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptRecord",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "retention_class",
                    models.CharField(
                        choices=[
                            ("OFFICE", "As long as the programme keeps its records"),
                            ("TIX-7Y", "Seven years (Title IX)"),
                        ],
                        max_length=20,
                    ),
                ),
                ("concluded_on", models.DateField()),
                ("keep_until", models.DateField()),
                ("closed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("proposed_at", models.DateTimeField(blank=True, null=True)),
                ("proposal", portal.vault.fields.SealedTextField(blank=True, seal="kept_record.proposal")),
                (
                    "closed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="kept", to="portal.matter"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["keep_until"], name="kept_record_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("keep_until__gt", models.F("concluded_on"))),
                        name="a_record_is_kept_beyond_the_day_it_was_concluded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("proposed_at__isnull", True), ("proposed_by__isnull", True)),
                            models.Q(("proposed_at__isnull", False), ("proposed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_disposal_is_dated_exactly_when_proposed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_by__isnull", True),
                            models.Q(
                                ("proposed_by__isnull", False),
                                models.Q(("signed_by", models.F("proposed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="nobody_signs_a_disposal_that_they_proposed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("LITIGATION", "Litigation"),
                            ("AUDIT", "Audit"),
                            ("RECORDS_REQUEST", "Open request for records"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", portal.vault.fields.SealedTextField(seal="hold.reason")),
                ("placed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("released_at", models.DateTimeField(blank=True, null=True)),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "released_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hold_rows", to="portal.matter"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("NO_CONTACT", "No contact, both ways"),
                            ("HOUSING", "Another place to live"),
                            ("SCHEDULE", "Other classes or times"),
                            ("WORK", "Other work, hours or supervisor"),
                            ("EXTENSION", "More time for a paper or an exam"),
                            ("ESCORT", "Somebody walks along"),
                            ("LEAVE", "Time away"),
                            ("ACCOMMODATION", "An accommodation for taking part"),
                            ("OTHER", "Something else"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("TITLE_IX", "Title IX: supportive measure"),
                            ("TITLE_VI", "Title VI"),
                            ("TITLE_VII", "Title VII"),
                            ("DISABILITY", "Disability: accommodation"),
                            ("POLICY", "Policy of the institution"),
                        ],
                        default="POLICY",
                        max_length=20,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("REQUESTED", "Asked for"),
                            ("DECIDED", "Decided"),
                            ("IN_PLACE", "In place"),
                            ("REVIEWED", "In place, looked at"),
                            ("ENDED", "Ended"),
                            ("NOT_GIVEN", "Not given"),
                        ],
                        default="REQUESTED",
                        max_length=20,
                    ),
                ),
                ("wish", portal.vault.fields.SealedTextField(seal="measure.wish")),
                ("requested_on", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "owner_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DIRECTOR", "Director or Title IX coordinator"),
                            ("CASE_MANAGER", "Case manager"),
                            ("INVESTIGATIONS_MANAGER", "Manager of investigations"),
                        ],
                        max_length=30,
                    ),
                ),
                ("arrangement", portal.vault.fields.SealedTextField(blank=True, seal="measure.arrangement")),
                ("reason", portal.vault.fields.SealedTextField(blank=True, seal="measure.reason")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("in_place_on", models.DateField(blank=True, null=True)),
                ("review_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("end_reason", portal.vault.fields.SealedTextField(blank=True, seal="measure.end_reason")),
                ("keep_until", models.DateField(blank=True, null=True)),
                ("reminded_on", models.DateField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="measures", to="portal.matter"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="portal.participant",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="portal.request",
                    ),
                ),
            ],
            options={
                "ordering": ["review_on", "requested_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("participant__isnull", True), ("request__isnull", False)),
                            models.Q(("participant__isnull", False), ("request__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_measure_is_for_one_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("status", "REQUESTED")),
                            models.Q(
                                models.Q(("status", "REQUESTED"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_measure_is_decided_by_somebody_exactly_when_decided",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["REQUESTED", "NOT_GIVEN"]),
                            models.Q(("owner_role", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_measure_that_is_given_has_a_role_that_sees_to_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("review_on__isnull", False), ("status__in", ["DECIDED", "IN_PLACE", "REVIEWED"])),
                            models.Q(("review_on__isnull", True), ("status__in", ["REQUESTED", "NOT_GIVEN", "ENDED"])),
                            _connector="OR",
                        ),
                        name="a_measure_has_a_day_of_review_exactly_while_it_runs",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasureReview",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("held_on", models.DateField()),
                ("words", portal.vault.fields.SealedTextField(seal="measurereview.words")),
                (
                    "held_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="portal.measure"
                    ),
                ),
            ],
            options={
                "ordering": ["-held_on"],
            },
        ),
        migrations.CreateModel(
            name="NeutralProfile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "about",
                    models.TextField(
                        blank=True,
                        help_text="Two or three sentences that parties may read.",
                        max_length=1000,
                        verbose_name="about",
                    ),
                ),
                ("pronouns", models.CharField(blank=True, max_length=40, verbose_name="pronouns")),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="For example: Spanish, Mandarin.",
                        max_length=120,
                        verbose_name="languages besides English",
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[("LEAD", "Leads"), ("CO", "Conducts beside somebody who leads")],
                        default="CO",
                        max_length=10,
                        verbose_name="place in a pair",
                    ),
                ),
                (
                    "privilege_route",
                    models.CharField(
                        choices=[
                            ("NONE", "None yet"),
                            ("FOUR_YEARS", "Four years of experience"),
                            ("ORGANISATION", "Works for a dispute-resolution organisation that is three years old"),
                            ("APPOINTED", "Appointed by a court or a public body"),
                        ],
                        default="NONE",
                        help_text="Beside thirty hours of training, state law asks for one of these.",
                        max_length=20,
                        verbose_name="route to the mediator privilege",
                    ),
                ),
                (
                    "terms_signed_on",
                    models.DateField(
                        blank=True,
                        help_text="Nobody is asked to conduct a case before this is signed.",
                        null=True,
                        verbose_name="terms of service and confidentiality signed on",
                    ),
                ),
                (
                    "cases_at_once",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Leave empty for no limit.",
                        null=True,
                        verbose_name="cases at once, at most",
                    ),
                ),
                (
                    "cases_a_month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Leave empty for no limit.",
                        null=True,
                        verbose_name="new cases in thirty days, at most",
                    ),
                ),
                (
                    "is_external",
                    models.BooleanField(
                        default=False,
                        help_text="Asked only in programmes that allow it. Those who take part are told.",
                        verbose_name="comes from outside the institution",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="can be asked")),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="neutral_profile",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "ordering": ["user__last_name", "user__first_name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cases_at_once", 0), _negated=True), models.Q(("cases_a_month", 0), _negated=True)
                        ),
                        name="a_limit_of_cases_lets_somebody_take_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Credential",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "skill",
                    models.CharField(
                        choices=[
                            ("COACHING", "Conflict coaching"),
                            ("FACILITATION", "Facilitation"),
                            ("MEDIATION", "Mediation"),
                            ("RJ", "Restorative justice"),
                        ],
                        max_length=20,
                        verbose_name="skill",
                    ),
                ),
                ("granted_on", models.DateField(verbose_name="from")),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "hours",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(2000)], verbose_name="hours of training"
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        help_text="What you saw: a certificate and its number, a letter, a course.",
                        max_length=300,
                        verbose_name="evidence",
                    ),
                ),
                ("granted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                (
                    "granted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "neutral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credentials",
                        to="portal.neutralprofile",
                    ),
                ),
            ],
            options={
                "ordering": ["skill", "-granted_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on", None), ("expires_on__gt", models.F("granted_on")), _connector="OR"
                        ),
                        name="a_credential_expires_after_it_is_granted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at", None), ("revoked_by", None), ("revoked_reason", "")),
                            models.Q(
                                ("revoked_at__isnull", False),
                                ("revoked_by__isnull", False),
                                models.Q(("revoked_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_credential_names_who_took_it_back_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("evidence", ""), _negated=True), ("hours__gt", 0)),
                        name="a_credential_rests_on_evidence",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("neutral", "skill", "granted_on"),
                        name="a_credential_is_granted_once_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("STAFF", "Staff of the office"),
                            ("PAIR", "Those who conduct it together"),
                            ("OWN", "Only me, as a memory aid"),
                        ],
                        default="STAFF",
                        max_length=10,
                    ),
                ),
                ("body", portal.vault.fields.SealedTextField(seal="note.body")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="portal.matter"
                    ),
                ),
            ],
            options={
                "ordering": ["-written_at"],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(default="en", max_length=10, verbose_name="language")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("body", models.TextField(max_length=20000, verbose_name="text")),
                (
                    "status",
                    models.CharField(
                        choices=[("DRAFT", "Draft"), ("APPROVED", "In use"), ("SUPERSEDED", "Replaced")],
                        default="DRAFT",
                        max_length=20,
                    ),
                ),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("CONFIDENTIALITY", "What confidential* means, in full"),
                            ("CONFIDENTIALITY_SHORT", "What confidential* means, in one sentence"),
                            ("RIGHTS", "Rights"),
                            ("PASS_ON", "What this office must pass on"),
                            ("MINORS", "If you are under 18"),
                            ("KEPT", "What is kept, and its limits"),
                            ("INVITATION_WORDS", "First words to somebody who is invited"),
                            ("CALL_SCRIPT", "What staff say on the phone"),
                            ("WITHDRAWAL_WORDS", "What the others read when somebody withdraws"),
                            ("STOP_WORDS", "What everybody reads when the office stops"),
                            ("ASKED_AFRESH", "What the others read when one of several has left"),
                            ("PAUSE_WORDS", "What everybody reads when the office pauses"),
                            ("RESUME_WORDS", "What everybody reads when it goes on after a pause"),
                            ("QUESTION_GUIDE", "Questions for those who conduct it"),
                            ("INTERN_PLEDGE", "What interns promise before they begin"),
                            ("GROUP_INVITATION", "What a whole group reads that is invited to a circle"),
                            ("COULD_NOT_GO_ON", "What the requester reads when it does not come about"),
                        ],
                        max_length=40,
                        verbose_name="kind",
                    ),
                ),
                (
                    "process",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("COACHING", "Conflict coaching"),
                            ("FACILITATION", "Facilitation"),
                            ("MEDIATION", "Mediation"),
                            ("RESTORATIVE_JUSTICE", "Restorative justice"),
                        ],
                        max_length=30,
                        verbose_name="process",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "process", "language", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "programme", "process", "language", "version"),
                        name="notice_version_stands_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "APPROVED")),
                        fields=("kind", "programme", "process", "language"),
                        name="notice_has_one_version_in_use",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "DRAFT")),
                        fields=("kind", "programme", "process", "language"),
                        name="notice_has_one_draft_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at__isnull", True), ("status", "DRAFT")),
                            models.Q(models.Q(("status", "DRAFT"), _negated=True), ("approved_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="notice_is_a_draft_exactly_until_approved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, verbose_name="name of the office")),
                ("institution", models.CharField(max_length=120, verbose_name="institution")),
                ("phone", models.CharField(max_length=40, verbose_name="phone, as people read it")),
                (
                    "phone_tel",
                    models.CharField(
                        help_text="Digits only, for example +16175550100.",
                        max_length=20,
                        verbose_name="phone, as a telephone dials it",
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("address", models.TextField(max_length=400, verbose_name="address")),
                (
                    "weekly_hours",
                    models.JSONField(
                        default=portal.programmes.models.usual_hours,
                        validators=[portal.programmes.hours.validate_weekly_hours],
                        verbose_name="opening hours",
                    ),
                ),
                (
                    "closed_days",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="The day by which we promise an answer skips these days.",
                        validators=[portal.programmes.hours.validate_closed_days],
                        verbose_name="days on which the office is closed",
                    ),
                ),
                (
                    "after_hours",
                    models.TextField(
                        help_text="What people read about evenings and weekends.",
                        max_length=400,
                        verbose_name="when the office is closed",
                    ),
                ),
                (
                    "emergency_numbers",
                    models.JSONField(
                        default=list,
                        help_text="Shown at the foot of every page and at the start of every request.",
                        validators=[portal.programmes.contacts.validate_contacts],
                        verbose_name="emergency numbers",
                    ),
                ),
                (
                    "independent_contact",
                    models.JSONField(
                        default=list,
                        help_text="Shown when somebody asks that nobody who works here sees their request.",
                        validators=[portal.programmes.contacts.validate_contacts],
                        verbose_name="independent contact",
                    ),
                ),
                (
                    "units",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Schools and departments, coarse enough that a unit alone points to nobody.",
                        validators=[portal.programmes.contacts.validate_units],
                        verbose_name="units of the institution",
                    ),
                ),
                (
                    "exit_url",
                    models.URLField(
                        default="https://example.org/",
                        help_text="A page that anybody might be reading, such as the weather.",
                        verbose_name="where “Exit this page” leads",
                    ),
                ),
                (
                    "mail_sender",
                    models.CharField(
                        help_text="So neutral that it tells nothing to somebody who reads along.",
                        max_length=60,
                        verbose_name="sender name of our mail",
                    ),
                ),
            ],
            options={
                "verbose_name": "office",
                "verbose_name_plural": "office",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="there_is_exactly_one_office")
                ],
            },
        ),
        migrations.CreateModel(
            name="OutsideCheck",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "item",
                    models.CharField(
                        choices=[
                            ("FILED", "What was signed on paper, and letters, are filed with the record"),
                            ("PAPER", "Paper is destroyed: sign-in sheets, signed agreements, notes"),
                            ("MAIL", "E-mails and voicemail about this are deleted"),
                            ("NEUTRAL_NOTES", "Each mediator's notes and calendar entries are gone"),
                        ],
                        max_length=20,
                    ),
                ),
                ("confirmed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="outside_checks", to="portal.matter"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("matter", "item", "person"), name="whose_notes_are_confirmed_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", True)),
                        fields=("matter", "item"),
                        name="an_outside_item_is_confirmed_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnWords",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "occasion",
                    models.CharField(
                        choices=[("BEFORE", "Before they say whether they take part"), ("LEAVING", "When they leave")],
                        max_length=10,
                    ),
                ),
                ("words", portal.vault.fields.SealedTextField(seal="own_words.words")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("understood", models.BooleanField(null=True)),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.notice"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="own_words", to="portal.participant"
                    ),
                ),
            ],
            options={
                "ordering": ["given_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", "SELF"), ("recorded_by__isnull", True)),
                            models.Q(models.Q(("channel", "SELF"), _negated=True), ("recorded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="own_words_are_recorded_by_staff_exactly_when_not_given_by_self",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("checked_at__isnull", True), ("checked_by__isnull", True), ("understood__isnull", True)
                            ),
                            models.Q(
                                ("checked_at__isnull", False),
                                ("checked_by__isnull", False),
                                ("understood__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="own_words_are_checked_by_somebody_or_not_at_all",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("held_on", models.DateField()),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                ("information", portal.vault.fields.SealedTextField(blank=True, seal="meeting.information")),
                ("questions", portal.vault.fields.SealedTextField(blank=True, seal="meeting.questions")),
                ("expectations", portal.vault.fields.SealedTextField(blank=True, seal="meeting.expectations")),
                ("options", portal.vault.fields.SealedTextField(blank=True, seal="meeting.options")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="meetings", to="portal.participant"
                    ),
                ),
            ],
            options={
                "ordering": ["-held_on", "-written_at"],
            },
        ),
        migrations.CreateModel(
            name="Harm",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("harm", portal.vault.fields.SealedTextField(seal="harm.harm")),
                ("need", portal.vault.fields.SealedTextField(blank=True, seal="harm.need")),
                ("obligation", portal.vault.fields.SealedTextField(blank=True, seal="harm.obligation")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="harms", to="portal.case"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "owed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="portal.participant",
                    ),
                ),
            ],
            options={
                "ordering": ["written_at"],
            },
        ),
        migrations.CreateModel(
            name="ContactAttempt",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("REQUESTER", "The requester passes it on"),
                            ("STAFF_MAIL", "Staff write"),
                            ("STAFF_PHONE", "Staff phone"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("SENT", "Invitation sent"),
                            ("HANDED_OVER", "Handed to the requester"),
                            ("SPOKE", "Spoke with them"),
                            ("NOT_REACHED", "Not reached, no message left"),
                            ("BOUNCED", "Came back"),
                        ],
                        max_length=20,
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attempts", to="portal.participant"
                    ),
                ),
            ],
            options={
                "ordering": ["made_at"],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("GO_ON", "Wants to go on"),
                            ("CONTACT", "Allows the office to contact this person"),
                            ("RIGHTS_READ", "Has read the rights and the notice"),
                            ("TAKE_PART", "Takes part"),
                            ("COMPANION", "Agrees that this person comes along"),
                            ("PAIR", "Is fine with the pair"),
                            ("FURTHER_SESSION", "Wants a further session"),
                        ],
                        max_length=20,
                    ),
                ),
                ("yes", models.BooleanField()),
                ("round", models.PositiveSmallIntegerField(default=1)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="portal.notice",
                    ),
                ),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consents_about",
                        to="portal.participant",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="portal.participant"
                    ),
                ),
            ],
            options={
                "ordering": ["given_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", "SELF"), ("recorded_by__isnull", True)),
                            models.Q(models.Q(("channel", "SELF"), _negated=True), ("recorded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="consent_is_recorded_by_staff_exactly_when_not_given_by_self",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CollateralContact",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("name", portal.vault.fields.SealedTextField(seal="collateral.name")),
                ("reach", portal.vault.fields.SealedTextField(blank=True, seal="collateral.reach")),
                ("ask_about", portal.vault.fields.SealedTextField(seal="collateral.ask_about")),
                (
                    "permission_channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                ("learned", portal.vault.fields.SealedTextField(blank=True, seal="collateral.learned")),
                ("talked_on", models.DateField(blank=True, null=True)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="collateral_contacts",
                        to="portal.case",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="portal.participant"
                    ),
                ),
            ],
            options={
                "ordering": ["added_at"],
            },
        ),
        migrations.CreateModel(
            name="Availability",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("free", portal.vault.fields.SealedJSONField(blank=True, default=list, seal="availability.free")),
                ("fits", portal.vault.fields.SealedJSONField(blank=True, default=list, seal="availability.fits")),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "neutral",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="availabilities", to="portal.case"
                    ),
                ),
                (
                    "participant",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="availability",
                        to="portal.participant",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("neutral__isnull", True), ("participant__isnull", False)),
                            models.Q(("neutral__isnull", False), ("participant__isnull", True)),
                            _connector="OR",
                        ),
                        name="an_availability_is_of_a_participant_or_of_a_neutral",
                    ),
                    models.UniqueConstraint(fields=("case", "neutral"), name="a_neutral_gives_times_once_a_case"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "direction",
                    models.CharField(
                        choices=[("TO_OFFICE", "To the office"), ("FROM_OFFICE", "From the office")], max_length=20
                    ),
                ),
                ("body", portal.vault.fields.SealedTextField(seal="message.body")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        default="SELF",
                        max_length=20,
                    ),
                ),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="portal.pass"
                    ),
                ),
            ],
            options={
                "ordering": ["sent_at"],
                "indexes": [models.Index(fields=["vault_key", "sent_at"], name="message_thread")],
            },
        ),
        migrations.CreateModel(
            name="PassSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("secret_hash", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="visits", to="portal.pass"
                    ),
                ),
            ],
            options={
                "verbose_name": "visit with a pass",
                "verbose_name_plural": "visits with a pass",
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("edition", models.PositiveSmallIntegerField()),
                ("yes", models.BooleanField()),
                ("channel", models.CharField(max_length=20)),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_confirmations",
                        to="portal.participant",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="confirmations", to="portal.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["given_at"],
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("edition", models.PositiveSmallIntegerField()),
                ("words", portal.vault.fields.SealedTextField(seal="plan_amendment.words")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="amendments",
                        to="portal.enforcementrecord",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="amendments",
                        to="portal.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("plan__isnull", False), ("record__isnull", True)),
                            models.Q(("plan__isnull", True), ("record__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_amendment_is_of_a_plan_or_of_a_record",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Preparation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("met_on", models.DateField(blank=True, null=True)),
                ("gone_through", models.JSONField(blank=True, default=list)),
                ("forms", models.JSONField(blank=True, default=list)),
                ("wishes", portal.vault.fields.SealedTextField(blank=True, seal="preparation.wishes")),
                ("safety", portal.vault.fields.SealedTextField(blank=True, seal="preparation.safety")),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "participant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="preparation", to="portal.participant"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Procedure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(default="en", max_length=10, verbose_name="language")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("body", models.TextField(max_length=20000, verbose_name="text")),
                (
                    "status",
                    models.CharField(
                        choices=[("DRAFT", "Draft"), ("APPROVED", "In use"), ("SUPERSEDED", "Replaced")],
                        default="DRAFT",
                        max_length=20,
                    ),
                ),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            ("REQUEST", "Request"),
                            ("SCREENING", "Screening"),
                            ("INVITATIONS", "Invitations"),
                            ("ARRANGING", "Pair and time"),
                            ("SESSION", "Session"),
                            ("OUTCOME", "Outcome"),
                            ("CLOSE", "Close"),
                        ],
                        max_length=20,
                        verbose_name="phase",
                    ),
                ),
                (
                    "process",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("COACHING", "Conflict coaching"),
                            ("FACILITATION", "Facilitation"),
                            ("MEDIATION", "Mediation"),
                            ("RESTORATIVE_JUSTICE", "Restorative justice"),
                        ],
                        max_length=30,
                        verbose_name="process",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
            ],
            options={
                "ordering": ["process", "phase", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("phase", "programme", "process", "language", "version"),
                        name="procedure_version_stands_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "APPROVED")),
                        fields=("phase", "programme", "process", "language"),
                        name="procedure_has_one_version_in_use",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "DRAFT")),
                        fields=("phase", "programme", "process", "language"),
                        name="procedure_has_one_draft_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at__isnull", True), ("status", "DRAFT")),
                            models.Q(models.Q(("status", "DRAFT"), _negated=True), ("approved_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="procedure_is_a_draft_exactly_until_approved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Policy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(default="en", max_length=10, verbose_name="language")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("body", models.TextField(max_length=20000, verbose_name="text")),
                (
                    "status",
                    models.CharField(
                        choices=[("DRAFT", "Draft"), ("APPROVED", "In use"), ("SUPERSEDED", "Replaced")],
                        default="DRAFT",
                        max_length=20,
                    ),
                ),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("slug", models.SlugField(max_length=40, verbose_name="short name")),
                ("owner", models.CharField(max_length=120, verbose_name="whose rule it is")),
                ("address", models.URLField(blank=True, verbose_name="where its full text stands")),
                ("review_on", models.DateField(verbose_name="to be looked at again on")),
                ("laws", models.JSONField(blank=True, default=list)),
                ("kinds", models.JSONField(blank=True, default=list)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "policies",
                "ordering": ["title", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("slug", "programme", "language", "version"), name="policy_version_stands_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "APPROVED")),
                        fields=("slug", "programme", "language"),
                        name="policy_has_one_version_in_use",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "DRAFT")),
                        fields=("slug", "programme", "language"),
                        name="policy_has_one_draft_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at__isnull", True), ("status", "DRAFT")),
                            models.Q(models.Q(("status", "DRAFT"), _negated=True), ("approved_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="policy_is_a_draft_exactly_until_approved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pledge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("signed_name", models.CharField(max_length=160)),
                ("signed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("trained_on", models.DateField(blank=True, null=True)),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.notice"
                    ),
                ),
                (
                    "trained_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pledges", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
            ],
            options={
                "ordering": ["-signed_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "programme"), name="a_pledge_is_made_once_in_a_programme"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("trained_by", None), ("trained_on", None)),
                            models.Q(("trained_by__isnull", False), ("trained_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_training_is_vouched_for_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InformationTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("term", models.CharField(max_length=20)),
                (
                    "came_by",
                    models.CharField(
                        choices=[
                            ("WEB", "Web"),
                            ("PHONE", "Phone"),
                            ("EMAIL", "E-mail"),
                            ("WALK_IN", "Walk-in"),
                            ("PARTNER", "Partner office"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "asks_for",
                    models.CharField(
                        choices=[
                            ("COACHING", "Conflict coaching"),
                            ("FACILITATION", "Facilitation"),
                            ("MEDIATION", "Mediation"),
                            ("RESTORATIVE_JUSTICE", "Restorative justice"),
                            ("UNSURE", "Not sure yet"),
                            ("CONTACT", "Just contact me"),
                        ],
                        max_length=30,
                    ),
                ),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("programme", "term", "came_by", "asks_for"), name="a_tally_line_stands_once_a_term"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EmergencyRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "keep_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days kept after the review",
                    ),
                ),
                (
                    "director",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="director",
                    ),
                ),
                (
                    "on_call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person on call",
                    ),
                ),
                (
                    "programme",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="emergency_rule",
                        to="portal.programme",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Directive",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("SUBPOENA", "Subpoena"),
                            ("COURT_ORDER", "Order of a court"),
                            ("AUDIT", "Audit or review"),
                            ("OTHER", "Another directive"),
                        ],
                        max_length=20,
                    ),
                ),
                ("sender", portal.vault.fields.SealedTextField(seal="directive.sender")),
                ("names", portal.vault.fields.SealedTextField(seal="directive.names")),
                ("asks", portal.vault.fields.SealedTextField(seal="directive.asks")),
                ("received_on", models.DateField(default=django.utils.timezone.localdate)),
                ("answer_by", models.DateField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("COUNSEL", "Passed to counsel"),
                            ("NEUTRAL", "The neutral letter went out"),
                            ("FOLLOWED", "Followed, after the person was told"),
                            ("WITHDRAWN", "The sender took it back"),
                        ],
                        max_length=20,
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("delete_on", models.DateField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "logged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
            ],
            options={
                "ordering": ["answer_by"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_by", None), ("answered_on", None), ("delete_on", None)),
                            models.Q(
                                ("answered_by__isnull", False),
                                ("answered_on__isnull", False),
                                ("delete_on__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_directive_has_a_last_day_exactly_when_answered",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BreakGlass",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("reference", portal.vault.fields.SealedTextField(seal="breakglass.reference")),
                ("threat", portal.vault.fields.SealedTextField(seal="breakglass.threat")),
                ("recipients", portal.vault.fields.SealedTextField(seal="breakglass.recipients")),
                ("told", portal.vault.fields.SealedTextField(seal="breakglass.told")),
                ("told_at", models.DateTimeField()),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("director_told_at", models.DateTimeField(blank=True, null=True)),
                (
                    "finding",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("RIGHT", "A real danger, and no more was told than needed"),
                            ("TOO_MUCH", "A real danger, but more was told than needed"),
                            ("NO_THREAT", "Not such a danger: it should not have been told"),
                        ],
                        max_length=10,
                    ),
                ),
                ("review", portal.vault.fields.SealedTextField(blank=True, seal="breakglass.review")),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                ("delete_on", models.DateField(blank=True, null=True)),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("walled", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL)),
                (
                    "matter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="portal.matter",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
            ],
            options={
                "ordering": ["-opened_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("delete_on", None), ("finding", ""), ("reviewed_at", None), ("reviewed_by", None)
                            ),
                            models.Q(
                                ("delete_on__isnull", False),
                                ("reviewed_at__isnull", False),
                                ("reviewed_by__isnull", False),
                                models.Q(("finding", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="broken_glass_has_a_last_day_exactly_when_reviewed",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProposedTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField()),
                ("proposed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proposed_times", to="portal.case"
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["starts_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "starts_at"), name="a_time_is_proposed_once_a_case")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedFigures",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tables", models.JSONField()),
                ("published_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "get_latest_by": "published_at",
            },
        ),
        migrations.CreateModel(
            name="Readiness",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("confirmed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "facilitator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="readiness", to="portal.participant"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participant", "facilitator"), name="a_facilitator_confirms_readiness_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("destroyed_on", models.DateField()),
                ("beyond_recovery_on", models.DateField()),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RecordBar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="barred",
                        to="portal.enforcementrecord",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("record", "person"), name="a_person_is_barred_from_a_record_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="JoinPermission",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("yes", models.BooleanField()),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="join_permissions",
                        to="portal.request",
                    ),
                ),
            ],
            options={
                "ordering": ["given_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", "SELF"), ("recorded_by__isnull", True)),
                            models.Q(models.Q(("channel", "SELF"), _negated=True), ("recorded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="join_permission_is_recorded_by_staff_exactly_when_not_given_by_self",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Joining",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("RESEALED", "Sealed under one key; the other key still has to go"),
                            ("JOINED", "Joined"),
                            ("SPLIT", "Taken apart; what it is found by still has to follow"),
                        ],
                        default="RESEALED",
                        max_length=10,
                    ),
                ),
                ("other_key", models.UUIDField(blank=True, null=True)),
                ("brought", portal.vault.fields.SealedJSONField(seal="joining.brought")),
                ("joined_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "joined_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="joining", to="portal.matter"
                    ),
                ),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="joining", to="portal.request"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("other_key__isnull", True), ("step", "JOINED")),
                            models.Q(models.Q(("step", "JOINED"), _negated=True), ("other_key__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_joining_names_another_key_exactly_while_it_is_under_way",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AmendmentRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("about", portal.vault.fields.SealedTextField(seal="amendmentrequest.about")),
                ("wanted", portal.vault.fields.SealedTextField(seal="amendmentrequest.wanted")),
                ("asked_on", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("CHANGED", "Changed as they asked"), ("REFUSED", "Left as it is")],
                        max_length=10,
                    ),
                ),
                ("reason", portal.vault.fields.SealedTextField(blank=True, seal="amendmentrequest.reason")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("statement", portal.vault.fields.SealedTextField(blank=True, seal="amendmentrequest.statement")),
                ("stated_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="portal.matter"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="portal.participant",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="portal.request",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("participant__isnull", True), ("request__isnull", False)),
                            models.Q(("participant__isnull", False), ("request__isnull", True)),
                            _connector="OR",
                        ),
                        name="an_amendment_request_is_one_persons",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("decision", "")),
                            models.Q(
                                models.Q(("decision", ""), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_amendment_is_decided_by_somebody_at_some_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Requirement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("words", portal.vault.fields.SealedTextField(seal="requirement.words")),
                ("entered_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "met_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="requirements",
                        to="portal.commitment",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="requirements", to="portal.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "number"), name="a_requirement_number_stands_once_in_a_plan"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Leaving",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("GRADUATION", "Graduation"), ("SEPARATION", "End of employment or enrolment")],
                        max_length=20,
                    ),
                ),
                ("leaves_on", models.DateField(blank=True, null=True)),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ENDS", "What they promise ends on that day"),
                            ("GOES_ON", "It goes on after that day"),
                            ("REVIEW", "It is reviewed before that day"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="leavings", to="portal.participant"
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="leavings", to="portal.resolution"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("resolution", "participant"), name="a_party_leaves_once_in_a_resolution"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("effect", ""), ("leaves_on__isnull", True)),
                            models.Q(("leaves_on__isnull", False), models.Q(("effect", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_leaving_has_an_effect_exactly_when_it_has_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BreachReport",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("to_whom", portal.vault.fields.SealedTextField(seal="breach.to_whom")),
                ("words", portal.vault.fields.SealedTextField(seal="breach.words")),
                ("reported_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "reported_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="breaches",
                        to="portal.enforcementrecord",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="breaches",
                        to="portal.resolution",
                    ),
                ),
            ],
            options={
                "ordering": ["-reported_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("record__isnull", False), ("resolution__isnull", True)),
                            models.Q(("record__isnull", True), ("resolution__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_breach_is_of_a_record_or_of_a_resolution",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ResolutionSignature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("PARTY", "Party"),
                            ("COORDINATOR", "For the office"),
                            ("DIRECTOR", "Approved by the director"),
                        ],
                        max_length=20,
                    ),
                ),
                ("typed_name", portal.vault.fields.SealedTextField(seal="resolution_signature.typed_name")),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("OWN_PAGE", "On their own page"),
                            ("DEVICE", "On a device in the room"),
                            ("PAPER", "On paper"),
                        ],
                        max_length=20,
                    ),
                ),
                ("agreed_to_electronic", models.BooleanField(default=False)),
                ("text_sha256", models.CharField(max_length=64)),
                ("signed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "officer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="resolution_signatures",
                        to="portal.participant",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="portal.resolution"
                    ),
                ),
            ],
            options={
                "ordering": ["signed_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("officer__isnull", True), ("participant__isnull", False)),
                            models.Q(("officer__isnull", False), ("participant__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_resolution_is_signed_by_a_party_or_an_officer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("capacity", "PARTY"), ("participant__isnull", False)),
                            models.Q(models.Q(("capacity", "PARTY"), _negated=True), ("officer__isnull", False)),
                            _connector="OR",
                        ),
                        name="only_a_party_signs_a_resolution_as_a_party",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("method", "PAPER"), ("agreed_to_electronic", True), _connector="OR"),
                        name="an_electronic_signature_of_a_resolution_has_its_consent",
                    ),
                    models.UniqueConstraint(
                        fields=("resolution", "participant"), name="a_party_signs_a_resolution_once"
                    ),
                    models.UniqueConstraint(
                        fields=("resolution", "officer"), name="an_officer_signs_a_resolution_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("capacity", "PARTY"), _negated=True),
                        fields=("resolution", "capacity"),
                        name="one_officer_signs_in_each_capacity",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("edition", models.PositiveSmallIntegerField()),
                (
                    "decision",
                    models.CharField(
                        choices=[("APPROVED", "Approved"), ("RETURNED", "Returned with a comment")], max_length=20
                    ),
                ),
                ("comment", portal.vault.fields.SealedTextField(blank=True, seal="plan_review.comment")),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="portal.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["-decided_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "edition"), name="an_edition_of_a_plan_is_decided_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("DIRECTOR", "Director"),
                            ("COORDINATOR", "Coordinator"),
                            ("CASE_MANAGER", "Case manager"),
                            ("INVESTIGATIONS_MANAGER", "Manager of investigations"),
                            ("CHAIR", "Chair of the Committee on Discipline"),
                            ("CONDUCT_OFFICE", "Conduct office"),
                            ("NEUTRAL", "Neutral"),
                            ("INTERN", "Intern"),
                            ("TRAINING_MANAGER", "Training manager"),
                            ("EDITOR", "Communications editor"),
                            ("MODERATOR", "Communications moderator"),
                            ("LEAD", "Communications lead"),
                            ("AUDITOR", "Auditor"),
                        ],
                        max_length=30,
                        verbose_name="role",
                    ),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("interest", models.CharField(max_length=300, verbose_name="stated interest")),
                ("granted_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="portal.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grants", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "role of a person",
                "verbose_name_plural": "roles of people",
                "ordering": ["starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("programme", None), ("role__in", ["EDITOR", "LEAD", "MODERATOR"])),
                            models.Q(
                                models.Q(("programme", None), _negated=True),
                                models.Q(("role__in", ["EDITOR", "LEAD", "MODERATOR"]), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="role_names_a_programme_unless_office_wide",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="role_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("programme__isnull", False)),
                        fields=("user", "role", "programme"),
                        name="role_in_a_programme_is_held_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("programme", None)),
                        fields=("user", "role"),
                        name="role_in_the_office_is_held_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reservation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "booking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reservations", to="portal.booking"
                    ),
                ),
                (
                    "neutral",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reservations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "room",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reservations",
                        to="portal.room",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["neutral", "starts_at"], name="reservation_of_neutral")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("neutral__isnull", False), ("room__isnull", True)),
                            models.Q(("neutral__isnull", True), ("room__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_reservation_is_of_a_neutral_or_of_a_room",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RubricVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version")),
                (
                    "status",
                    models.CharField(
                        choices=[("DRAFT", "Draft"), ("APPROVED", "In use"), ("SUPERSEDED", "Replaced")],
                        default="DRAFT",
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=2000, verbose_name="why this version")),
                (
                    "suitable_from",
                    models.PositiveSmallIntegerField(
                        default=70, validators=[django.core.validators.MaxValueValidator(100)]
                    ),
                ),
                (
                    "safeguards_from",
                    models.PositiveSmallIntegerField(
                        default=50, validators=[django.core.validators.MaxValueValidator(100)]
                    ),
                ),
                (
                    "answered_from",
                    models.PositiveSmallIntegerField(
                        default=80, validators=[django.core.validators.MaxValueValidator(100)]
                    ),
                ),
                ("edition", models.PositiveIntegerField(default=0)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rubrics", to="portal.programme"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["programme", "-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("programme", "version"), name="rubric_version_stands_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "APPROVED")),
                        fields=("programme",),
                        name="rubric_has_one_version_in_use",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "DRAFT")),
                        fields=("programme",),
                        name="rubric_has_one_draft_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at__isnull", True), ("status", "DRAFT")),
                            models.Q(models.Q(("status", "DRAFT"), _negated=True), ("approved_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="rubric_is_a_draft_exactly_until_approved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("safeguards_from__lte", models.F("suitable_from"))),
                        name="rubric_bands_stand_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "DRAFT"), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="rubric_says_why_exactly_when_approved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RubricStop",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        max_length=6,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[SW]\\d{1,3}$", "A letter and a number, such as W19."
                            )
                        ],
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("words", models.CharField(max_length=300)),
                ("hint", models.CharField(blank=True, max_length=400)),
                ("is_retired", models.BooleanField(default=False)),
                ("effects", models.JSONField(blank=True, default=dict)),
                (
                    "rubric",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stops", to="portal.rubricversion"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("rubric", "code"), name="a_stop_stands_once_in_a_rubric")
                ],
            },
        ),
        migrations.CreateModel(
            name="RubricCriterion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        max_length=6,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[SW]\\d{1,3}$", "A letter and a number, such as W19."
                            )
                        ],
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("words", models.CharField(max_length=300)),
                ("hint", models.CharField(blank=True, max_length=400)),
                ("is_retired", models.BooleanField(default=False)),
                ("weights", models.JSONField(blank=True, default=dict)),
                ("per_person", models.BooleanField(default=False)),
                (
                    "low_means",
                    models.CharField(
                        choices=[
                            ("NOTHING", "Nothing by itself"),
                            ("NOT_ADVISED", "Not advised, whatever the total"),
                            ("NO_JOINT_TALK", "No talk in one room"),
                        ],
                        default="NOTHING",
                        max_length=20,
                    ),
                ),
                ("safeguards", models.JSONField(blank=True, default=list)),
                (
                    "rubric",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="criteria", to="portal.rubricversion"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("rubric", "code"), name="a_criterion_stands_once_in_a_rubric")
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("filters", models.JSONField()),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["saved_at"],
            },
        ),
        migrations.CreateModel(
            name="ScreenAgain",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("SESSION", "Before a session"),
                            ("SAFETY", "Something new about safety"),
                            ("PARTY", "A party asked for it"),
                            ("MEASURE", "A new interim measure"),
                            ("WITHDRAWAL", "One of several parties has left"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", portal.vault.fields.SealedTextField(blank=True, seal="screen_again.words")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="screen_again", to="portal.matter"
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["asked_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("settled_at__isnull", True), ("trigger", "SESSION")),
                        fields=("matter",),
                        name="a_case_waits_once_for_the_look_before_a_session",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at__isnull", True), ("settled_by__isnull", True)),
                            models.Q(("settled_at__isnull", False), ("settled_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="screen_again_is_settled_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Screening",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "occasion",
                    models.CharField(
                        choices=[("FIRST", "The request"), ("AGAIN", "Screened again")], default="FIRST", max_length=10
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("IN_FORCE", "Holds"),
                            ("WAITING", "Waits for a second reader"),
                            ("SENT_BACK", "Sent back by the second reader"),
                        ],
                        default="IN_FORCE",
                        max_length=10,
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("SUITABLE", "Suitable"),
                            ("ALTERNATIVES", "Another way fits better"),
                            ("REFER", "Refer to another office"),
                        ],
                        max_length=20,
                    ),
                ),
                ("process", models.CharField(blank=True, max_length=30)),
                (
                    "band",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("SUITABLE", "Suitable"),
                            ("WITH_SAFEGUARDS", "Suitable with safeguards and a second reader"),
                            ("NOT_ADVISED", "Not advised"),
                            ("NOT_ENOUGH", "Not enough information"),
                        ],
                        max_length=20,
                    ),
                ),
                ("alternatives", models.JSONField(blank=True, default=list)),
                ("refer_to", portal.vault.fields.SealedTextField(blank=True, seal="screening.refer_to")),
                ("reason", portal.vault.fields.SealedTextField(seal="screening.reason")),
                ("override", portal.vault.fields.SealedTextField(blank=True, seal="screening.override")),
                ("own_words", portal.vault.fields.SealedTextField(blank=True, seal="screening.own_words")),
                ("conversation", portal.vault.fields.SealedJSONField(blank=True, seal="screening.conversation")),
                ("answers", portal.vault.fields.SealedJSONField(blank=True, seal="screening.answers")),
                ("talked_on", models.DateField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "reader",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Nobody"),
                            ("STAFF", "Another person who screens"),
                            ("COORDINATOR", "The coordinator or the director"),
                            ("DIRECTOR", "The director"),
                        ],
                        max_length=20,
                    ),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("reader_words", portal.vault.fields.SealedTextField(blank=True, seal="screening.reader_words")),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="screenings", to="portal.matter"
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rubric",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.rubricversion"
                    ),
                ),
            ],
            options={
                "ordering": ["-decided_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", "SUITABLE"), models.Q(("process", ""), _negated=True)),
                            models.Q(models.Q(("decision", "SUITABLE"), _negated=True), ("process", "")),
                            _connector="OR",
                        ),
                        name="screening_names_a_process_exactly_when_suitable",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("read_by__isnull", True),
                            models.Q(("read_by", models.F("decided_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_is_the_second_reader_of_their_own_screening",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("read_at__isnull", True),
                                ("standing", "WAITING"),
                                models.Q(("reader", ""), _negated=True),
                            ),
                            models.Q(("read_at__isnull", True), ("reader", ""), ("standing", "IN_FORCE")),
                            models.Q(
                                models.Q(("standing", "WAITING"), _negated=True),
                                models.Q(("reader", ""), _negated=True),
                                ("read_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_screening_waits_exactly_until_it_was_read",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("standing", "WAITING")),
                        fields=("matter",),
                        name="one_screening_of_a_matter_waits_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SealedCopy",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("pdf", portal.vault.fields.SealedBinaryField(seal="sealed_copy.pdf")),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("sealed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "resolution",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="copy", to="portal.resolution"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("number", models.PositiveSmallIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("PLANNED", "Planned"),
                            ("RUNNING", "Running"),
                            ("ENDED", "Ended"),
                            ("CANCELLED", "Cancelled"),
                        ],
                        default="PLANNED",
                        max_length=20,
                    ),
                ),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("HELD", "Took place"),
                            ("WRITTEN", "A written agreement"),
                            ("VERBAL", "A spoken agreement"),
                            ("PARTIAL", "Agreement on some points"),
                            ("NONE", "No agreement"),
                            ("PARTED", "Parted ways amicably"),
                            ("PLAN", "A plan to repair"),
                            ("NO_PLAN", "No plan"),
                            ("NOT_HELD", "Did not take place"),
                            ("STOPPED_FOR_SAFETY", "Stopped for safety"),
                        ],
                        max_length=20,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "booking",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="session", to="portal.booking"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sessions", to="portal.case"
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["number", "created_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ENDED"), models.Q(("outcome", ""), _negated=True)),
                            models.Q(models.Q(("status", "ENDED"), _negated=True), ("outcome", "")),
                            _connector="OR",
                        ),
                        name="a_session_has_an_outcome_exactly_when_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "RUNNING"), _negated=True),
                            ("started_at__isnull", False),
                            _connector="OR",
                        ),
                        name="a_session_runs_only_after_its_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("present", models.BooleanField(default=True)),
                ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "neutral",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="portal.participant",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attendances", to="portal.session"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("neutral__isnull", True), ("participant__isnull", False)),
                            models.Q(("neutral__isnull", False), ("participant__isnull", True)),
                            _connector="OR",
                        ),
                        name="an_attendance_is_of_a_participant_or_of_a_neutral",
                    ),
                    models.UniqueConstraint(
                        fields=("session", "participant"), name="a_participant_attends_a_session_once"
                    ),
                    models.UniqueConstraint(fields=("session", "neutral"), name="a_neutral_attends_a_session_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SharePermission",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("what", portal.vault.fields.SealedTextField(seal="sharepermission.what")),
                ("recipient", portal.vault.fields.SealedTextField(seal="sharepermission.recipient")),
                ("purpose", portal.vault.fields.SealedTextField(seal="sharepermission.purpose")),
                ("until", models.DateField()),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                ("typed_name", portal.vault.fields.SealedTextField(blank=True, seal="sharepermission.typed_name")),
                ("signed_on", models.DateField(blank=True, null=True)),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "revoked_channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="portal.matter"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="portal.participant",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="portal.request",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-given_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("participant__isnull", True), ("request__isnull", False)),
                            models.Q(("participant__isnull", False), ("request__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_permission_to_share_is_one_persons",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", "SELF"), ("recorded_by__isnull", True)),
                            models.Q(models.Q(("channel", "SELF"), _negated=True), ("recorded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_permission_is_recorded_by_staff_exactly_when_not_given_by_self",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at", None), ("revoked_by", None), ("revoked_channel", "")),
                            models.Q(("revoked_at__isnull", False), models.Q(("revoked_channel", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_permission_says_how_it_was_revoked_exactly_when_revoked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("PERMISSION", "The person's permission"),
                            ("EMERGENCY", "Imminent risk of serious harm"),
                            ("ORDER", "A subpoena or an order"),
                            ("OFFICIAL", "An official of the institution who needs it for their work"),
                            ("OWN", "The person's own record, given to the person"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("GIVEN", "Told"), ("REFUSED", "Asked for and refused")],
                        default="GIVEN",
                        max_length=10,
                    ),
                ),
                ("recipient", portal.vault.fields.SealedTextField(seal="disclosure.recipient")),
                ("interest", portal.vault.fields.SealedTextField(seal="disclosure.interest")),
                ("what", portal.vault.fields.SealedTextField(seal="disclosure.what")),
                ("happened_on", models.DateField(default=django.utils.timezone.localdate)),
                ("person_told_on", models.DateField(blank=True, null=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="portal.matter"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="portal.participant",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="portal.request",
                    ),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shares",
                        to="portal.sharepermission",
                    ),
                ),
            ],
            options={
                "ordering": ["-happened_on", "-made_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("participant__isnull", False), ("request__isnull", False), _negated=True),
                        name="a_disclosure_is_about_one_person_or_about_a_whole_matter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("basis", "PERMISSION"), ("permission__isnull", False)),
                            models.Q(models.Q(("basis", "PERMISSION"), _negated=True), ("permission__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_disclosure_names_its_permission_exactly_when_it_rests_on_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("typed_name", portal.vault.fields.SealedTextField(seal="signature.typed_name")),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("OWN_PAGE", "On their own page"),
                            ("DEVICE", "On a device in the room"),
                            ("PAPER", "On paper"),
                        ],
                        max_length=20,
                    ),
                ),
                ("agreed_to_electronic", models.BooleanField(default=False)),
                ("signed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="portal.agreement"
                    ),
                ),
                (
                    "neutral",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="portal.participant",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("neutral__isnull", True), ("participant__isnull", False)),
                            models.Q(("neutral__isnull", False), ("participant__isnull", True)),
                            _connector="OR",
                        ),
                        name="a_signature_is_of_a_participant_or_of_a_neutral",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("method", "PAPER"), ("agreed_to_electronic", True), _connector="OR"),
                        name="an_electronic_signature_has_its_consent",
                    ),
                    models.UniqueConstraint(
                        fields=("agreement", "participant"), name="a_participant_signs_a_version_once"
                    ),
                    models.UniqueConstraint(fields=("agreement", "neutral"), name="a_neutral_signs_a_version_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="StaffSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("session_key", models.CharField(max_length=40, unique=True)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("stepped_up_at", models.DateTimeField(blank=True, null=True)),
                ("confined_to", models.CharField(blank=True, max_length=200)),
                ("confined_until", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_ins",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "sign-in",
                "verbose_name_plural": "sign-ins",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confined_to", ""), ("confined_until", None)),
                            models.Q(
                                models.Q(("confined_to", ""), _negated=True),
                                models.Q(("confined_until", None), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="confined_session_has_a_page_and_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StandingTie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("UNIT", "A unit"), ("PERSON", "A person who works here")], max_length=10
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=20, verbose_name="unit")),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "neutral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standing_ties",
                        to="portal.neutralprofile",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "unit", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "UNIT"), ("person", None), models.Q(("unit", ""), _negated=True)),
                            models.Q(("kind", "PERSON"), ("person__isnull", False), ("unit", "")),
                            _connector="OR",
                        ),
                        name="a_standing_tie_is_to_a_unit_or_to_a_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("unit", ""), _negated=True),
                        fields=("neutral", "unit"),
                        name="a_standing_tie_to_a_unit_stands_once",
                    ),
                    models.UniqueConstraint(
                        fields=("neutral", "person"), name="a_standing_tie_to_a_person_stands_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("words", portal.vault.fields.SealedTextField(seal="task.words")),
                ("due_on", models.DateField()),
                ("step", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("reminded_at", models.DateTimeField(blank=True, null=True)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="portal.case"
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="portal.procedure",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "added_at"],
                "indexes": [models.Index(condition=models.Q(("done_at", None)), fields=["due_on"], name="task_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", True), ("done_by__isnull", True)),
                            models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_task_is_done_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("procedure__isnull", True), ("step__isnull", True)),
                            models.Q(("procedure__isnull", False), ("step__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_task_of_the_manual_names_its_step",
                    ),
                    models.UniqueConstraint(
                        fields=("case", "procedure", "step"), name="a_step_of_the_manual_is_one_task_of_a_case"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tellings",
                        to="portal.pass",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tellings", to="portal.matter"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tellings",
                        to="portal.participant",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["since"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entry__isnull", False), ("participant__isnull", True)),
                            models.Q(("entry__isnull", True), ("participant__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_telling_is_for_a_code_holder_or_for_a_participant_without",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", ""), ("told_at", None), ("told_by", None)),
                            models.Q(
                                ("told_at__isnull", False),
                                ("told_by__isnull", False),
                                models.Q(("channel", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_telling_names_who_told_and_how_exactly_when_told",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("entry__isnull", False), ("told_at", None)),
                        fields=("entry",),
                        name="a_code_holder_waits_on_one_line_to_be_told",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("participant__isnull", False), ("told_at", None)),
                        fields=("participant",),
                        name="a_participant_waits_on_one_line_to_be_told",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("UNANSWERED", "Asked"),
                            ("NO", "No tie"),
                            ("YES", "Tie"),
                            ("UNSURE", "Unsure"),
                            ("NOT_AVAILABLE", "Not available"),
                        ],
                        default="YES",
                        max_length=20,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("NAMED", "Named by somebody who wrote to us"),
                            ("DECLARED", "Declared by the person"),
                            ("SAME_ADDRESS", "The same address as a participant"),
                        ],
                        max_length=20,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ties", to="portal.matter"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ties", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("matter", "person"), name="a_person_has_one_tie_answer_per_matter")
                ],
            },
        ),
        migrations.CreateModel(
            name="Turn",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "round",
                    models.CharField(
                        choices=[
                            ("HAPPENED", "What happened, and what it has done"),
                            ("REPAIR", "What can be done to make it right"),
                        ],
                        max_length=20,
                    ),
                ),
                ("passed", models.BooleanField(default=False)),
                ("taken_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="turns", to="portal.participant"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="turns", to="portal.session"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "participant", "round"), name="everybody_has_one_turn_in_a_round"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WeeklyHours",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                            (5, "Saturday"),
                            (6, "Sunday"),
                        ]
                    ),
                ),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
                (
                    "neutral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="weekly_hours",
                        to="portal.neutralprofile",
                    ),
                ),
            ],
            options={
                "ordering": ["weekday", "starts"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends__lte", datetime.time(22, 0)),
                            ("starts__gte", datetime.time(8, 0)),
                            ("starts__lt", models.F("ends")),
                            ("weekday__lte", 6),
                        ),
                        name="weekly_hours_lie_in_the_hours_of_sessions",
                    ),
                    models.UniqueConstraint(fields=("neutral", "weekday", "starts"), name="weekly_hours_start_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("OPENED", "Opened"),
                            ("INVITING", "Invitations"),
                            ("ARRANGING", "Pair and time"),
                            ("BOOKED", "Session booked"),
                            ("IN_SESSION", "In session"),
                            ("HELD", "Session held"),
                            ("ENDED", "Ended, to be closed"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("SELF", "On their own page"),
                            ("PHONE", "By phone"),
                            ("IN_PERSON", "In person"),
                            ("PAPER", "On paper"),
                            ("EMAIL", "By e-mail"),
                        ],
                        max_length=20,
                    ),
                ),
                ("withdrew_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "participant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="withdrawal", to="portal.participant"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WorkPiece",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("EVENT", "Event"),
                            ("MATERIAL", "Poster, handout or page"),
                            ("SURVEY", "Survey"),
                            ("CODING", "Sorting answers that name nobody"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("words", models.TextField(max_length=4000)),
                ("due_on", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("GIVEN", "To do"),
                            ("HANDED_IN", "Handed in"),
                            ("RETURNED", "Back to you"),
                            ("APPROVED", "Approved"),
                            ("TAKEN_BACK", "Taken back"),
                        ],
                        default="GIVEN",
                        max_length=20,
                    ),
                ),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("handed_in", models.TextField(blank=True, max_length=8000)),
                ("handed_in_at", models.DateTimeField(blank=True, null=True)),
                ("answer", models.TextField(blank=True, max_length=2000)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pieces", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.programme"
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            models.Q(("decided_by", models.F("intern")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_approves_their_own_piece",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "APPROVED"), _negated=True),
                            models.Q(("decided_by__isnull", False), ("handed_in_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_piece_is_approved_after_it_was_handed_in",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WrittenNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("version", models.PositiveSmallIntegerField()),
                ("values", portal.vault.fields.SealedJSONField(seal="written_notice.values")),
                ("text", portal.vault.fields.SealedTextField(seal="written_notice.text")),
                ("sha256", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("replaced_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="written_notices", to="portal.case"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="portal.documenttemplate"
                    ),
                ),
            ],
            options={
                "ordering": ["version"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "version"), name="a_notice_version_stands_once_in_a_case"),
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_at__isnull", True)),
                        fields=("case",),
                        name="a_case_has_one_current_written_notice",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeDelivery",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("PAGE", "On their own page"),
                            ("MAIL", "By mail, that there is something to read"),
                            ("LETTER", "By letter"),
                            ("IN_PERSON", "Handed over"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("SENT", "Sent"),
                            ("OPENED", "Opened"),
                            ("HANDED_OVER", "Handed over"),
                            ("BOUNCED", "Came back"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_deliveries",
                        to="portal.participant",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="portal.writtennotice",
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recorded_by__isnull", True), ("result", "OPENED"), ("way", "PAGE")),
                            models.Q(models.Q(("result", "OPENED"), _negated=True), ("recorded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="only_a_page_is_opened_and_nobody_writes_it_down",
                    )
                ],
            },
        ),
        migrations.RunPython(
            lambda apps, editor: protect_trail(editor.connection),
            lambda apps, editor: unprotect_trail(editor.connection),
        ),
        migrations.RunPython(
            lambda apps, editor: protect_register(editor.connection),
            lambda apps, editor: unprotect_register(editor.connection),
        ),
        migrations.RunPython(exclude, include),
    ]
