"""The people alone, before anything else: everybody's apps point to them.

So the CMS's own steps, of which there are many, are walked while the project has one model and not a hundred and fifty
(docs/decisions/0076).
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

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


class Migration(migrations.Migration):
    replaces = list(REPLACES)

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mail")),
                ("first_name", models.CharField(max_length=80, verbose_name="first name")),
                ("last_name", models.CharField(max_length=80, verbose_name="last name")),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                ("job_title", models.CharField(blank=True, max_length=120, verbose_name="job title")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                ("away_until", models.DateField(blank=True, null=True, verbose_name="away until")),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                ("joined_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "cover",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="covers_for",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="cover",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                        name="email_of_a_person_is_in_lower_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cover", None), models.Q(("cover", models.F("id")), _negated=True), _connector="OR"
                        ),
                        name="nobody_covers_for_themselves",
                    ),
                ],
            },
        ),
    ]
