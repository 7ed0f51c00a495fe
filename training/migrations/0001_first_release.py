"""Everything of training as of the first release, in one step (docs/decisions/0076)."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import portal.vault.fields
import uuid
from django.conf import settings
from django.db import migrations, models

# Every step that went into this one: a database that has them all has this one too.
REPLACES = (
    ("training", "0001_initial"),
    ("training", "0002_office_side"),
    ("training", "0003_on_the_day"),
    ("training", "0004_past_and_goals"),
    ("training", "0005_learners_side"),
)


class Migration(migrations.Migration):
    replaces = list(REPLACES)

    initial = True

    dependencies = [
        ("portal", "0002_first_release"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AddressProof",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("address", portal.vault.fields.SealedTextField(seal="address_proof.address")),
                ("secret_hash", models.CharField(max_length=64, unique=True)),
                ("code_hash", models.CharField(max_length=64)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("proven_at", models.DateTimeField(blank=True, null=True)),
                ("expires_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "proof of an address",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tries__lte", 5)), name="an_address_is_proven_in_few_tries"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Course",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.SlugField(
                        help_text="Part of the address, for example: basic-mediation.",
                        max_length=40,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("BASIC", "Basic"),
                            ("CO_MEDIATOR", "Co-mediator"),
                            ("LEAD", "Lead mediator"),
                            ("RJ_FACILITATOR", "Restorative justice facilitator"),
                            ("COACH", "Conflict coach"),
                            ("TRAINER", "Trainer"),
                        ],
                        help_text="Leave empty when the course counts towards no level.",
                        max_length=20,
                        verbose_name="leads towards",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("MEDIATION", "Mediation"),
                            ("RESTORATIVE", "Restorative justice"),
                            ("COACHING", "Conflict coaching"),
                            ("FACILITATION", "Group facilitation"),
                            ("ETHICS", "Ethics and confidentiality"),
                            ("TEACHING", "Teaching others"),
                        ],
                        max_length=20,
                        verbose_name="its hours count as",
                    ),
                ),
                (
                    "hours",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(400),
                        ],
                        verbose_name="hours in all",
                    ),
                ),
                (
                    "needs_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("BASIC", "Basic"),
                            ("CO_MEDIATOR", "Co-mediator"),
                            ("LEAD", "Lead mediator"),
                            ("RJ_FACILITATOR", "Restorative justice facilitator"),
                            ("COACH", "Conflict coach"),
                            ("TRAINER", "Trainer"),
                        ],
                        max_length=20,
                        verbose_name="needs a certification as",
                    ),
                ),
                (
                    "published",
                    models.BooleanField(
                        default=False,
                        help_text="Only then can people enrol on their own.",
                        verbose_name="shown to the public",
                    ),
                ),
                (
                    "needs_courses",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="training.course", verbose_name="needs these courses first"
                    ),
                ),
            ],
            options={
                "verbose_name": "course",
                "verbose_name_plural": "courses",
                "ordering": ["title", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("title", ""), _negated=True), ("hours__gt", 0)),
                        name="a_course_has_a_title_and_hours",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(2000)], verbose_name="year that begins in"
                    ),
                ),
                ("title", models.CharField(max_length=160, verbose_name="goal")),
                (
                    "counts",
                    models.CharField(
                        choices=[
                            ("CERTIFIED", "People certified"),
                            ("HOURS", "Hours of people being trained"),
                            ("COURSES", "Courses held"),
                            ("GROUPS", "Groups trained"),
                        ],
                        max_length=10,
                        verbose_name="counted as",
                    ),
                ),
                (
                    "target",
                    models.PositiveIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100000),
                        ],
                        verbose_name="how many",
                    ),
                ),
            ],
            options={
                "verbose_name": "goal of a year",
                "verbose_name_plural": "goals of a year",
                "ordering": ["year", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("title", ""), _negated=True), ("target__gt", 0)),
                        name="a_goal_has_words_and_a_number",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Learner",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("name", portal.vault.fields.SealedTextField(seal="learner.name")),
                ("address", portal.vault.fields.SealedTextField(seal="learner.address")),
                ("address_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_active_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "entry",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="learner",
                        to="portal.pass",
                        verbose_name="pass",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learner",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "learner",
                "verbose_name_plural": "learners",
                "ordering": ["created_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Offering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("DRAFT", "draft"),
                            ("OPEN", "open"),
                            ("CANCELLED", "cancelled"),
                            ("FINISHED", "finished"),
                        ],
                        default="DRAFT",
                        max_length=10,
                    ),
                ),
                (
                    "places",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(500),
                        ],
                        verbose_name="places",
                    ),
                ),
                (
                    "admission",
                    models.CharField(
                        choices=[
                            ("OPEN", "Open: whoever comes first has a place"),
                            ("REVIEW", "By application: the office reads each one"),
                        ],
                        default="OPEN",
                        max_length=10,
                        verbose_name="who gets a place",
                    ),
                ),
                ("opens_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="enrolment opens")),
                ("closes_at", models.DateTimeField(verbose_name="enrolment closes")),
                (
                    "offer_hours",
                    models.PositiveSmallIntegerField(
                        default=48,
                        help_text="After that the place goes to the next person on the list.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(336),
                        ],
                        verbose_name="hours to answer an offered place",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=True,
                        help_text="Switch this off for a training of one group.",
                        verbose_name="listed on the public page",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True, help_text="A room, or how to join by video.", max_length=200, verbose_name="where"
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="offerings", to="training.course"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "offering",
                "verbose_name_plural": "offerings",
                "ordering": ["closes_at", "pk"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("places__gt", 0)), name="an_offering_has_places"),
                    models.CheckConstraint(
                        condition=models.Q(("opens_at__lt", models.F("closes_at"))),
                        name="an_offering_opens_before_it_closes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("APPLIED", "application being read"),
                            ("WAITING", "on the waiting list"),
                            ("OFFERED", "a place is on offer"),
                            ("CONFIRMED", "has a place"),
                            ("COMPLETED", "completed"),
                            ("PARTLY", "was there in part"),
                            ("NO_SHOW", "did not come"),
                            ("NOT_ADMITTED", "not admitted"),
                            ("DECLINED", "declined the place"),
                            ("LAPSED", "let the offer run out"),
                            ("WITHDRAWN", "withdrew"),
                            ("TRANSFERRED", "moved to other dates"),
                            ("CANCELLED", "the course was cancelled"),
                        ],
                        max_length=15,
                    ),
                ),
                ("line", models.PositiveIntegerField()),
                ("access_needs", portal.vault.fields.SealedTextField(seal="enrolment.access_needs")),
                ("food", portal.vault.fields.SealedTextField(seal="enrolment.food")),
                ("why", portal.vault.fields.SealedTextField(seal="enrolment.why")),
                ("reason", portal.vault.fields.SealedTextField(seal="enrolment.reason")),
                ("wishes_gone", models.BooleanField(default=False)),
                ("offer_expires_at", models.DateTimeField(blank=True, null=True)),
                ("enrolled_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("has_evaluated", models.BooleanField(default=False)),
                ("reminded_at", models.DateTimeField(blank=True, null=True)),
                (
                    "moved_from",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="moved_to",
                        to="training.enrolment",
                        verbose_name="moved from",
                    ),
                ),
                (
                    "learner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="enrolments", to="training.learner"
                    ),
                ),
                (
                    "offering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="enrolments", to="training.offering"
                    ),
                ),
            ],
            options={
                "verbose_name": "enrolment",
                "verbose_name_plural": "enrolments",
                "ordering": ["line"],
                "indexes": [models.Index(fields=["offering", "status", "line"], name="enrolment_line")],
                "constraints": [
                    models.UniqueConstraint(fields=("offering", "line"), name="each_place_in_line_is_given_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["APPLIED", "CONFIRMED", "OFFERED", "WAITING"])),
                        fields=("offering", "learner"),
                        name="a_learner_is_in_an_offering_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("offer_expires_at__isnull", False), ("status", "OFFERED")),
                            models.Q(models.Q(("status", "OFFERED"), _negated=True), ("offer_expires_at", None)),
                            _connector="OR",
                        ),
                        name="exactly_an_offer_runs_out",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PastImport",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("file_name", portal.vault.fields.SealedTextField(seal="past_import.file_name")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("READ", "waits for a yes"),
                            ("CONFIRMED", "taken over"),
                            ("UNDONE", "taken out again"),
                        ],
                        default="READ",
                        max_length=10,
                    ),
                ),
                ("rows_in_file", models.PositiveIntegerField(default=0)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "sheet of past records",
                "verbose_name_plural": "sheets of past records",
                "ordering": ["-made_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "UNDONE"), _negated=True),
                            models.Q(("confirmed_at__isnull", False), ("undone_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="only_what_was_taken_over_is_taken_out",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PastRow",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("number", models.PositiveIntegerField()),
                ("cells", portal.vault.fields.SealedJSONField(seal="past_row.cells")),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("NEW", "taken, with a new person"),
                            ("KNOWN", "taken, for somebody known"),
                            ("THERE", "there already"),
                            ("TWICE", "twice in this sheet"),
                            ("EMPTY", "empty"),
                            ("FORMULA", "a formula: please put the value"),
                            ("MERGED", "merged cells: please take them apart"),
                            ("NO_NAME", "no name, or too long a one"),
                            ("NO_ADDRESS", "no e-mail address"),
                            ("NO_COURSE", "no course of ours"),
                            ("NO_DAY", "no day as in 2024-05-03"),
                            ("FUTURE", "a day to come"),
                            ("NO_HOURS", "no hours in quarters"),
                        ],
                        max_length=15,
                    ),
                ),
                ("made_learner", models.BooleanField(default=False)),
                (
                    "learner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="past_rows",
                        to="training.learner",
                    ),
                ),
                (
                    "past_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="training.pastimport"
                    ),
                ),
            ],
            options={
                "verbose_name": "row of past records",
                "ordering": ["number"],
                "indexes": [models.Index(fields=["past_import", "fate", "number"], name="past_row_by_fate")],
                "constraints": [
                    models.UniqueConstraint(fields=("past_import", "number"), name="each_row_of_a_sheet_has_one_fate")
                ],
            },
        ),
        migrations.CreateModel(
            name="Credit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("HOURS", "Hours of training"),
                            ("MODULE", "A course completed"),
                            ("OBSERVED", "Sessions observed"),
                            ("CO_LED", "Sessions led together with somebody experienced"),
                            ("EVALUATION", "A good evaluation by a trainer"),
                            ("REFERENCE", "References"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("MEDIATION", "Mediation"),
                            ("RESTORATIVE", "Restorative justice"),
                            ("COACHING", "Conflict coaching"),
                            ("FACILITATION", "Group facilitation"),
                            ("ETHICS", "Ethics and confidentiality"),
                            ("TEACHING", "Teaching others"),
                        ],
                        max_length=20,
                    ),
                ),
                ("amount", models.PositiveSmallIntegerField()),
                ("earned_on", models.DateField()),
                ("note", portal.vault.fields.SealedTextField(seal="credit.note")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "course",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="training.course",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="credits",
                        to="training.enrolment",
                    ),
                ),
                (
                    "learner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="credits", to="training.learner"
                    ),
                ),
                (
                    "past_row",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="credits",
                        to="training.pastrow",
                    ),
                ),
            ],
            options={
                "verbose_name": "credit",
                "verbose_name_plural": "credits",
                "ordering": ["-earned_on", "pk"],
                "indexes": [models.Index(fields=["learner", "kind", "earned_on"], name="credit_of_a_learner")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="a_credit_counts_for_something"),
                    models.UniqueConstraint(fields=("enrolment", "kind"), name="an_enrolment_is_credited_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Certification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("BASIC", "Basic"),
                            ("CO_MEDIATOR", "Co-mediator"),
                            ("LEAD", "Lead mediator"),
                            ("RJ_FACILITATOR", "Restorative justice facilitator"),
                            ("COACH", "Conflict coach"),
                            ("TRAINER", "Trainer"),
                        ],
                        max_length=20,
                        verbose_name="level",
                    ),
                ),
                ("code", models.CharField(max_length=29, unique=True)),
                ("granted_on", models.DateField(verbose_name="from")),
                ("expires_on", models.DateField(verbose_name="until")),
                ("granted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                (
                    "credential",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certification",
                        to="portal.credential",
                    ),
                ),
                (
                    "granted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "renews",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="renewed_by",
                        to="training.certification",
                        verbose_name="renews",
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
                    "trained_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="trained",
                        to="training.certification",
                        verbose_name="trained by",
                    ),
                ),
                (
                    "learner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="certifications",
                        to="training.learner",
                    ),
                ),
            ],
            options={
                "verbose_name": "certification",
                "verbose_name_plural": "certifications",
                "ordering": ["level", "-granted_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_on__gt", models.F("granted_on"))),
                        name="a_certification_ends_after_it_begins",
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
                        name="a_certification_names_who_took_it_back_and_why",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("learner", "level", "granted_on"),
                        name="a_level_is_granted_once_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LogEntry",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("MEDIATION", "Mediation"),
                            ("RESTORATIVE", "Restorative justice"),
                            ("COACHING", "Conflict coaching"),
                            ("FACILITATION", "Group facilitation"),
                            ("ETHICS", "Ethics and confidentiality"),
                            ("TEACHING", "Teaching others"),
                        ],
                        max_length=20,
                        verbose_name="what it was about",
                    ),
                ),
                (
                    "quarters",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(400),
                        ],
                        verbose_name="quarter hours",
                    ),
                ),
                ("done_on", models.DateField(verbose_name="day")),
                ("what", portal.vault.fields.SealedTextField(seal="log_entry.what")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("NEW", "waits for the office"),
                            ("CONFIRMED", "confirmed: it counts"),
                            ("DECLINED", "does not count"),
                        ],
                        default="NEW",
                        max_length=10,
                    ),
                ),
                ("reason", portal.vault.fields.SealedTextField(seal="log_entry.reason")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "credit",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="log_entry",
                        to="training.credit",
                    ),
                ),
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
                    "learner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="log", to="training.learner"
                    ),
                ),
            ],
            options={
                "verbose_name": "entry in a learning log",
                "verbose_name_plural": "entries in learning logs",
                "ordering": ["-done_on", "added_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("quarters__range", (1, 400))), name="a_log_entry_lasted_for_a_while"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("state", "NEW")),
                            models.Q(
                                models.Q(("state", "NEW"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_log_entry_names_who_decided_exactly_when_somebody_has",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("name", models.CharField(max_length=120)),
                ("extension", models.CharField(max_length=5)),
                ("stored", models.CharField(max_length=32, unique=True)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="materials", to="training.course"
                    ),
                ),
            ],
            options={
                "verbose_name": "training material",
                "verbose_name_plural": "training materials",
                "ordering": ["course__title", "title", "added_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True), models.Q(("stored", ""), _negated=True)
                        ),
                        name="a_material_has_a_title_and_a_file",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("removed_at", None), ("published_at", None), _connector="OR"),
                        name="what_is_out_of_use_is_not_published",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_at", models.DateTimeField(verbose_name="from")),
                ("ends_at", models.DateTimeField(verbose_name="until")),
                ("sequence", models.PositiveIntegerField(default=0)),
                (
                    "room",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="portal.room",
                        verbose_name="room",
                    ),
                ),
                (
                    "offering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="meetings", to="training.offering"
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
                "ordering": ["starts_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="a_meeting_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(fields=("offering", "starts_at"), name="an_offering_meets_once_at_a_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckInDesk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code_hash", models.CharField(blank=True, max_length=64)),
                ("device_hash", models.CharField(blank=True, max_length=64)),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("pair_until", models.DateTimeField()),
                ("closes_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_in_desks",
                        to="training.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "check-in desk",
                "ordering": ["-opened_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opened_at"))),
                        name="a_check_in_desk_closes_after_it_opens",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("code_hash", ""), ("device_hash", ""), _connector="OR"),
                        name="a_code_of_a_desk_is_gone_once_a_device_has_used_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "quarters",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(64)], verbose_name="quarter hours"
                    ),
                ),
                ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "noted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attendances", to="training.enrolment"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="training.meeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "ordering": ["meeting__starts_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("enrolment", "meeting"), name="attendance_is_taken_once_a_meeting"),
                    models.CheckConstraint(
                        condition=models.Q(("quarters__lte", 64)), name="a_meeting_has_at_most_sixteen_hours"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year that begins in")),
                ("title", models.CharField(max_length=160, verbose_name="what is to be done")),
                ("due_on", models.DateField(verbose_name="by")),
                ("done_on", models.DateField(blank=True, null=True)),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="milestones",
                        to="training.goal",
                        verbose_name="goal",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="training_milestones",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who does it",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["due_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="a_milestone_has_words"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("BASIC", "Basic"),
                            ("CO_MEDIATOR", "Co-mediator"),
                            ("LEAD", "Lead mediator"),
                            ("RJ_FACILITATOR", "Restorative justice facilitator"),
                            ("COACH", "Conflict coach"),
                            ("TRAINER", "Trainer"),
                        ],
                        max_length=20,
                        verbose_name="towards",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("OBSERVED", "Sessions observed"),
                            ("CO_LED", "Sessions led together with somebody experienced"),
                        ],
                        max_length=15,
                        verbose_name="what the learner does",
                    ),
                ),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="day of the session")),
                ("marks", portal.vault.fields.SealedJSONField(default=dict, seal="observation.marks")),
                ("strengths", portal.vault.fields.SealedTextField(seal="observation.strengths")),
                ("next_steps", portal.vault.fields.SealedTextField(seal="observation.next_steps")),
                ("verdict", portal.vault.fields.SealedTextField(seal="observation.verdict")),
                ("shared_at", models.DateTimeField(blank=True, null=True)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "credit",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="observation",
                        to="training.credit",
                    ),
                ),
                (
                    "learner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="observations", to="training.learner"
                    ),
                ),
                (
                    "observer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="observer",
                    ),
                ),
            ],
            options={
                "verbose_name": "observed practice",
                "verbose_name_plural": "observed practice",
                "ordering": ["-asked_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("held_on", None), ("shared_at", None)),
                            models.Q(("held_on__isnull", False), ("shared_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="what_was_observed_has_a_day_exactly_when_it_is_shared",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("read_at", None), ("shared_at__isnull", False), _connector="OR"),
                        name="only_what_was_shared_is_read",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                ("name", portal.vault.fields.SealedTextField(seal="group_request.name")),
                ("address", portal.vault.fields.SealedTextField(seal="group_request.address")),
                ("group", portal.vault.fields.SealedTextField(seal="group_request.group")),
                ("hopes", portal.vault.fields.SealedTextField(seal="group_request.hopes")),
                ("when", portal.vault.fields.SealedTextField(seal="group_request.when")),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("STUDENTS", "Students"),
                            ("STAFF", "Staff"),
                            ("FACULTY", "Faculty"),
                            ("MIXED", "Several of these"),
                            ("OUTSIDE", "People from outside"),
                        ],
                        max_length=10,
                        verbose_name="who they are",
                    ),
                ),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2),
                            django.core.validators.MaxValueValidator(500),
                        ],
                        verbose_name="how many people",
                    ),
                ),
                (
                    "hours",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(80),
                        ],
                        verbose_name="hours",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("NEW", "new"),
                            ("TALKING", "being talked about"),
                            ("PLANNED", "planned"),
                            ("HELD", "held"),
                            ("CLOSED", "not taking place"),
                        ],
                        default="NEW",
                        max_length=10,
                    ),
                ),
                ("answers", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="evaluation forms")),
                ("score", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="score in tenths")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "offering",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="group_request",
                        to="training.offering",
                    ),
                ),
            ],
            options={
                "verbose_name": "group request",
                "verbose_name_plural": "group requests",
                "ordering": ["-asked_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answers", None), ("score", None)),
                            models.Q(("answers__gte", 1), ("score__range", (10, 50))),
                            _connector="OR",
                        ),
                        name="an_evaluation_has_forms_and_a_score_from_one_to_five",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", False), ("status__in", ["HELD", "CLOSED"])),
                            models.Q(models.Q(("status__in", ["HELD", "CLOSED"]), _negated=True), ("ended_at", None)),
                            _connector="OR",
                        ),
                        name="a_group_request_has_ended_exactly_when_it_has_a_day_for_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluationTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "question",
                    models.CharField(
                        choices=[
                            ("USEFUL", "What I learned here is of use to me."),
                            ("CLEAR", "The trainers made it clear."),
                            ("SAFE", "I could ask, and be wrong, without fear."),
                            ("RECOMMEND", "I would send a friend here."),
                        ],
                        max_length=10,
                    ),
                ),
                ("score", models.PositiveSmallIntegerField()),
                ("answers", models.PositiveIntegerField(default=0)),
                (
                    "offering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tallies", to="training.offering"
                    ),
                ),
            ],
            options={
                "verbose_name": "counted answers",
                "ordering": ["question", "score"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("offering", "question", "score"), name="each_answer_is_counted_in_one_row"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__range", (1, 5))), name="an_answer_is_from_one_to_five"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CohortMessage",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("vault_key", models.UUIDField(db_index=True, editable=False)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("PLACE", "Everybody with a place"),
                            ("WAITING", "The waiting list"),
                            ("APPLIED", "Those whose application is being read"),
                            ("EVERYBODY", "All of these"),
                        ],
                        max_length=10,
                        verbose_name="to whom",
                    ),
                ),
                ("text", portal.vault.fields.SealedTextField(seal="cohort_message.text")),
                ("told", models.PositiveSmallIntegerField()),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("readers", models.ManyToManyField(related_name="cohort_messages", to="training.enrolment")),
                (
                    "offering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cohort_messages",
                        to="training.offering",
                    ),
                ),
            ],
            options={
                "verbose_name": "message to a cohort",
                "verbose_name_plural": "messages to cohorts",
                "ordering": ["-written_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="BulkStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("ATTENDANCE", "Attendance at a meeting"), ("NO_SHOW", "Marked as not come")],
                        max_length=15,
                    ),
                ),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="training.meeting",
                    ),
                ),
                (
                    "offering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bulk_steps", to="training.offering"
                    ),
                ),
            ],
            options={
                "verbose_name": "step for many",
                "ordering": ["-made_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "ATTENDANCE"), ("meeting__isnull", False)),
                            models.Q(models.Q(("kind", "ATTENDANCE"), _negated=True), ("meeting", None)),
                            _connector="OR",
                        ),
                        name="attendance_for_many_is_of_one_meeting",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RenewalReminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("days", models.PositiveSmallIntegerField(verbose_name="days before the end")),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "certification",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="training.certification",
                    ),
                ),
            ],
            options={
                "verbose_name": "reminder of a renewal",
                "ordering": ["sent_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("certification", "days"), name="a_renewal_is_reminded_of_once_each")
                ],
            },
        ),
        migrations.CreateModel(
            name="Requirement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("BASIC", "Basic"),
                            ("CO_MEDIATOR", "Co-mediator"),
                            ("LEAD", "Lead mediator"),
                            ("RJ_FACILITATOR", "Restorative justice facilitator"),
                            ("COACH", "Conflict coach"),
                            ("TRAINER", "Trainer"),
                        ],
                        max_length=20,
                        verbose_name="level",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("HOURS", "Hours of training"),
                            ("MODULE", "A course completed"),
                            ("OBSERVED", "Sessions observed"),
                            ("CO_LED", "Sessions led together with somebody experienced"),
                            ("EVALUATION", "A good evaluation by a trainer"),
                            ("REFERENCE", "References"),
                        ],
                        max_length=15,
                        verbose_name="what",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("MEDIATION", "Mediation"),
                            ("RESTORATIVE", "Restorative justice"),
                            ("COACHING", "Conflict coaching"),
                            ("FACILITATION", "Group facilitation"),
                            ("ETHICS", "Ethics and confidentiality"),
                            ("TEACHING", "Teaching others"),
                        ],
                        help_text="Empty: of any kind.",
                        max_length=20,
                        verbose_name="hours of this kind",
                    ),
                ),
                (
                    "minimum",
                    models.PositiveSmallIntegerField(help_text="Hours, or how many times.", verbose_name="at least"),
                ),
                (
                    "cap",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The most that a single course or log entry brings. Empty: all of it.",
                        null=True,
                        verbose_name="counted from any one of them",
                    ),
                ),
                (
                    "window_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: however long ago.",
                        null=True,
                        verbose_name="within so many months",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        help_text="Rows with the same word here stand for each other.",
                        max_length=20,
                        verbose_name="or-group",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="training.course",
                        verbose_name="this course",
                    ),
                ),
            ],
            options={
                "verbose_name": "requirement",
                "verbose_name_plural": "requirements",
                "ordering": ["level", "group", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minimum__gt", 0)), name="a_requirement_asks_for_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("course__isnull", False), ("kind", "MODULE")),
                            models.Q(models.Q(("kind", "MODULE"), _negated=True), ("course", None)),
                            _connector="OR",
                        ),
                        name="a_requirement_names_a_course_exactly_when_it_asks_for_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("category", ""), ("kind", "HOURS"), _connector="OR"),
                        name="only_hours_have_a_category",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SelfDescription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("term", models.CharField(max_length=12, verbose_name="term")),
                ("question", models.CharField(max_length=15, verbose_name="question")),
                ("answer", models.CharField(max_length=15, verbose_name="answer")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="how many")),
            ],
            options={
                "verbose_name": "how people describe themselves",
                "verbose_name_plural": "how people describe themselves",
                "ordering": ["term", "question", "answer"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("term", "question", "answer"), name="an_answer_is_counted_in_one_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("count__gt", 0)), name="a_count_of_answers_counts_somebody"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignOff",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("BASIC", "Basic"),
                            ("CO_MEDIATOR", "Co-mediator"),
                            ("LEAD", "Lead mediator"),
                            ("RJ_FACILITATOR", "Restorative justice facilitator"),
                            ("COACH", "Conflict coach"),
                            ("TRAINER", "Trainer"),
                        ],
                        max_length=20,
                    ),
                ),
                ("signed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "certification",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_offs",
                        to="training.certification",
                    ),
                ),
                (
                    "learner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sign_offs", to="training.learner"
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "sign-off",
                "ordering": ["signed_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("certification", None)),
                        fields=("learner", "level", "signed_by"),
                        name="somebody_vouches_once_for_a_grant",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainerAssignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("leads", models.BooleanField(default=False, verbose_name="leads the course")),
                ("assigned_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "assigned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "offering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="trainers", to="training.offering"
                    ),
                ),
                (
                    "trainer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="teaches", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "trainer of an offering",
                "ordering": ["-leads", "assigned_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("offering", "trainer"), name="somebody_teaches_an_offering_once")
                ],
            },
        ),
    ]
