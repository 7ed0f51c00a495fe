"""Everything of the public site as of the first release, in one step (docs/decisions/0076)."""

import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import modelsearch.index
import taggit.managers
import uuid
import wagtail.contrib.forms.models
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

# Every step that went into this one: a database that has them all has this one too.
REPLACES = (
    ("pages", "0001_initial"),
    ("pages", "0002_audience_of_resources"),
    ("pages", "0003_name_everybody"),
)


class Migration(migrations.Migration):
    replaces = list(REPLACES)

    initial = True

    # All of the CMS first, while there are few models: what each step costs grows with how many there are.
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("simple_translation", "0001_initial"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("training", "0001_first_release"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailembeds", "0009_embed_cache_until"),
        ("wagtailforms", "0005_alter_formsubmission_form_data"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "title",
                    models.CharField(
                        help_text="Nobody outside reads this. For example “Posters, start of fall”.",
                        max_length=80,
                        verbose_name="name among us",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("EVERYBODY", "Everybody"),
                            ("STUDENTS", "Students"),
                            ("FACULTY", "Faculty"),
                            ("STAFF", "Staff"),
                            ("POSTDOCS", "Postdocs"),
                        ],
                        default="EVERYBODY",
                        max_length=20,
                        verbose_name="audience",
                    ),
                ),
                (
                    "goal",
                    models.TextField(
                        help_text="What should be different afterwards, in one sentence. Nobody outside reads it.",
                        max_length=300,
                        verbose_name="goal",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Printed as an address and as a QR code. It cannot change once the campaign is approved.",
                        max_length=20,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z0-9](?:[A-Z0-9-]{1,18})[A-Z0-9]$",
                                "Use 3 to 20 capital letters, digits and hyphens.",
                            )
                        ],
                        verbose_name="short code",
                    ),
                ),
                ("publish_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="first day")),
                (
                    "expire_on",
                    models.DateField(
                        help_text="Afterwards the code leads to a page with kind words.", verbose_name="last day"
                    ),
                ),
                (
                    "layout",
                    models.CharField(
                        choices=[
                            ("CALM", "Calm: light paper, a drawing above the words"),
                            ("BOLD", "Bold: large words on deep teal"),
                        ],
                        default="CALM",
                        max_length=10,
                        verbose_name="layout",
                    ),
                ),
                (
                    "heading",
                    models.CharField(
                        help_text="Readable from three steps away: eight words at most.",
                        max_length=70,
                        verbose_name="heading",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="Two or three short sentences. Promise help, never a result.",
                        max_length=320,
                        verbose_name="text",
                    ),
                ),
                (
                    "call_to_action",
                    models.CharField(
                        help_text="Beside the QR code, such as “Write to us in five minutes”.",
                        max_length=60,
                        verbose_name="what to do",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[("DRAFT", "Draft"), ("PROOF", "Proof"), ("APPROVED", "Approved")],
                        default="DRAFT",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("proofed", models.CharField(blank=True, editable=False, max_length=64)),
                ("facts_checked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("access_checked_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "access_checked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "facts_checked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        help_text="Who answers for it. Somebody else checks it.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
                (
                    "target_page",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty to lead straight to the request for help.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page it leads to",
                    ),
                ),
            ],
            options={
                "verbose_name": "campaign",
                "verbose_name_plural": "campaigns",
                "ordering": ["-publish_on", "title"],
                "permissions": [
                    ("check_facts_campaign", "Can check the facts of a campaign"),
                    ("check_access_campaign", "Can check that everybody can read a campaign"),
                    ("approve_campaign", "Can approve a campaign"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expire_on__gte", models.F("publish_on"))),
                        name="campaign_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False), ("approved_by__isnull", False), ("step", "APPROVED")
                            ),
                            models.Q(
                                models.Q(("step", "APPROVED"), _negated=True),
                                ("approved_at", None),
                                ("approved_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="campaign_is_approved_exactly_when_somebody_approved_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("step", "APPROVED"), _negated=True),
                            models.Q(("access_checked_at__isnull", False), ("facts_checked_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="campaign_is_approved_only_after_both_checks",
                    ),
                ],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="CheckState",
            fields=[
                (
                    "taskstate_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.taskstate",
                    ),
                ),
                ("statements", models.JSONField(default=list, editable=False)),
            ],
            bases=("wagtailcore.taskstate",),
        ),
        migrations.CreateModel(
            name="CheckTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "checklist",
                    models.TextField(help_text="One statement on each line.", verbose_name="what has to be ticked"),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "check with a list",
                "verbose_name_plural": "checks with a list",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.CreateModel(
            name="SiteImage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                ("description", models.CharField(blank=True, default="", max_length=255, verbose_name="description")),
                ("width", models.IntegerField(editable=False, verbose_name="width")),
                ("height", models.IntegerField(editable=False, verbose_name="height")),
                ("created_at", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="created at")),
                ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                (
                    "is_decorative",
                    models.BooleanField(
                        default=False,
                        help_text="Somebody who cannot see it misses nothing. It then needs no description.",
                        verbose_name="it is only decoration",
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        help_text="Printed small beneath the picture.",
                        max_length=120,
                        verbose_name="who made it",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags"
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_decorative", True), models.Q(("description", ""), _negated=True), _connector="OR"
                        ),
                        name="picture_is_described_or_decorative",
                    )
                ],
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="ChooserPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=400, verbose_name="introduction")),
                (
                    "questions",
                    wagtail.fields.StreamField(
                        [("question", 7)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A word of your own, such as “safe”. Answers lead here by it; no visitor sees it.",
                                    "label": "short name",
                                    "max_length": 40,
                                },
                            ),
                            1: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 160}),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "hint", "max_length": 240, "required": False},
                            ),
                            3: ("wagtail.blocks.CharBlock", (), {"label": "answer", "max_length": 120}),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "The short name of the next question, or of an outcome.",
                                    "label": "leads to",
                                    "max_length": 40,
                                },
                            ),
                            5: ("wagtail.blocks.StructBlock", [[("words", 3), ("leads_to", 4)]], {}),
                            6: ("wagtail.blocks.ListBlock", (5,), {"label": "answers", "max_num": 6, "min_num": 2}),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("name", 0), ("question", 1), ("hint", 2), ("answers", 6)]],
                                {},
                            ),
                        },
                        verbose_name="questions",
                    ),
                ),
                (
                    "outcomes",
                    wagtail.fields.StreamField(
                        [("outcome", 5)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A word of your own, such as “safe”. Answers lead here by it; no visitor sees it.",
                                    "label": "short name",
                                    "max_length": 40,
                                },
                            ),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "Such as “Coaching could fit”.", "label": "what fits", "max_length": 120},
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "why, and what happens next"},
                            ),
                            3: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "page to read", "page_type": ["pages.ServicePage"], "required": False},
                            ),
                            4: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "default": True,
                                    "help_text": "Off for outcomes elsewhere.",
                                    "label": "with the button to our request",
                                    "required": False,
                                },
                            ),
                            5: (
                                "wagtail.blocks.StructBlock",
                                [[("name", 0), ("title", 1), ("text", 2), ("page", 3), ("may_ask", 4)]],
                                {},
                            ),
                        },
                        verbose_name="outcomes",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "guided chooser",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="CoursePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("intro", models.TextField(max_length=300, verbose_name="introduction")),
                ("for_whom", models.CharField(max_length=200, verbose_name="for whom")),
                (
                    "hours",
                    models.CharField(
                        help_text="Such as “40 hours on six evenings”.", max_length=120, verbose_name="how long"
                    ),
                ),
                ("what_is_learned", wagtail.fields.RichTextField(verbose_name="what you learn")),
                ("leads_to", wagtail.fields.RichTextField(blank=True, verbose_name="what it leads to")),
                ("requirements", wagtail.fields.RichTextField(blank=True, verbose_name="what you need first")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("notice", 4),
                            ("question", 7),
                            ("quotation", 10),
                            ("steps", 17),
                            ("accordion", 22),
                            ("cards", 29),
                            ("table", 32),
                            ("figure", 34),
                            ("video", 39),
                            ("download", 43),
                            ("contact", 51),
                            ("document", 53),
                            ("office", 54),
                            ("exception", 56),
                            ("statistics", 58),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("pages.blocks.text.TextBlock", (), {"group": "Words"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "title", "max_length": 80, "required": False},
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "text"},
                            ),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("calm", "Good to know"), ("warn", "Please mind")], "label": "tone"},
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 1), ("text", 2), ("tone", 3)]],
                                {"group": "Words"},
                            ),
                            5: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 120}),
                            6: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "answer"},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("question", 5), ("answer", 6)]], {"group": "Words"}),
                            8: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "No name, no place, nothing that tells who was meant.",
                                    "label": "what was said",
                                    "max_length": 400,
                                },
                            ),
                            9: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("student", "A student"),
                                        ("staff", "A member of staff"),
                                        ("faculty", "A member of the faculty"),
                                        ("postdoc", "A postdoc"),
                                        ("mediator", "A mediator"),
                                        ("partner", "Somebody who works with us"),
                                    ],
                                    "help_text": "Never by name.",
                                    "label": "who said it",
                                },
                            ),
                            10: ("wagtail.blocks.StructBlock", [[("words", 8), ("speaker", 9)]], {"group": "Words"}),
                            11: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "heading", "max_length": 80, "required": False},
                            ),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A few words, such as “We talk it over”.",
                                    "label": "title",
                                    "max_length": 80,
                                },
                            ),
                            13: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link"],
                                    "help_text": "One or two short sentences.",
                                    "label": "text",
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document to read here",
                                    "required": False,
                                },
                            ),
                            15: ("wagtail.blocks.StructBlock", [[("title", 12), ("text", 13), ("document", 14)]], {}),
                            16: ("wagtail.blocks.ListBlock", (15,), {"label": "steps"}),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("steps", 16)]],
                                {"group": "Grouped"},
                            ),
                            18: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 120}),
                            19: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ol", "ul"], "label": "text"},
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("title", 18), ("text", 19)]], {}),
                            21: ("wagtail.blocks.ListBlock", (20,), {"label": "folded texts"}),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("folds", 21)]],
                                {"group": "Grouped"},
                            ),
                            23: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 80}),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "text", "max_length": 200, "required": False},
                            ),
                            25: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "page it leads to", "required": False},
                            ),
                            26: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture"}),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 23), ("text", 24), ("page", 25), ("picture", 26)]],
                                {},
                            ),
                            28: ("wagtail.blocks.ListBlock", (27,), {"label": "cards", "max_num": 12}),
                            29: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("cards", 28)]],
                                {"group": "Grouped"},
                            ),
                            30: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "words", "max_length": 200, "required": False},
                            ),
                            31: ("wagtail.blocks.DecimalBlock", (), {"label": "number", "required": False}),
                            32: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 30), ("number", 31)]],
                                {"group": "Grouped"},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "caption", "max_length": 200, "required": False},
                            ),
                            34: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 26), ("caption", 33)]],
                                {"group": "To see and take home"},
                            ),
                            35: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"help_text": "An MP4 or WebM file that was uploaded here.", "label": "video"},
                            ),
                            36: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "A WebVTT file (.vtt) with all that is said and heard. No video goes without.",
                                    "label": "captions",
                                },
                            ),
                            37: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture before it starts"}),
                            38: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "ul"],
                                    "help_text": "Folded beneath it.",
                                    "label": "what is said, to read",
                                    "required": False,
                                },
                            ),
                            39: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 18), ("file", 35), ("captions", 36), ("poster", 37), ("transcript", 38)]],
                                {"group": "To see and take home"},
                            ),
                            40: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "file"}),
                            41: ("wagtail.blocks.CharBlock", (), {"label": "what the link says", "max_length": 120}),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what it is for", "max_length": 200, "required": False},
                            ),
                            43: (
                                "wagtail.blocks.StructBlock",
                                [[("file", 40), ("words", 41), ("note", 42)]],
                                {"group": "To see and take home"},
                            ),
                            44: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "An office or a service.", "label": "whom to reach", "max_length": 120},
                            ),
                            45: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what they help with", "max_length": 300, "required": False},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "telephone", "max_length": 40, "required": False},
                            ),
                            47: ("wagtail.blocks.EmailBlock", (), {"label": "e-mail", "required": False}),
                            48: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "when", "max_length": 200, "required": False},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "where", "max_length": 200, "required": False},
                            ),
                            50: ("wagtail.blocks.URLBlock", (), {"label": "web address", "required": False}),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("name", 44),
                                        ("text", 45),
                                        ("phone", 46),
                                        ("email", 47),
                                        ("hours", 48),
                                        ("place", 49),
                                        ("link", 50),
                                    ]
                                ],
                                {"group": "To see and take home"},
                            ),
                            52: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document",
                                },
                            ),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 52), ("words", 41)]],
                                {"group": "Kept by the office"},
                            ),
                            54: ("pages.blocks.office.OfficeBlock", (), {"group": "Kept by the office"}),
                            55: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("COACHING", "Conflict coaching"),
                                        ("FACILITATION", "Facilitation"),
                                        ("MEDIATION", "Mediation"),
                                        ("RESTORATIVE_JUSTICE", "Restorative justice"),
                                    ],
                                    "help_text": "The words belong to the director of the programme, who approves each change in the portal, under Handbook. They appear here at once.",
                                    "label": "for which service",
                                    "required": False,
                                },
                            ),
                            56: ("wagtail.blocks.StructBlock", [[("process", 55)]], {"group": "Kept by the office"}),
                            57: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("term", "Closed, by term"),
                                        ("asks_for", "What was asked for"),
                                        ("came_by", "How it reached us"),
                                        ("referral", "How people heard of us"),
                                        ("ending", "How it ended"),
                                        ("outcome", "What came of the sessions"),
                                    ],
                                    "label": "which figures",
                                },
                            ),
                            58: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("table", 57)]],
                                {"group": "Kept by the office"},
                            ),
                        },
                        verbose_name="more about it",
                    ),
                ),
                (
                    "questions",
                    wagtail.fields.StreamField(
                        [("question", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 120}),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "answer"},
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("question", 0), ("answer", 1)]], {}),
                        },
                        verbose_name="questions and answers",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        blank=True,
                        help_text="The dates that are open for it are then printed by themselves.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="training.course",
                        verbose_name="course",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "course page",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="FormPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("CONTACT", "Contact"),
                            ("FEEDBACK", "Feedback"),
                            ("SIGN_UP", "Signing up for an event"),
                            ("EVALUATION", "Evaluation"),
                        ],
                        default="CONTACT",
                        max_length=20,
                        verbose_name="purpose",
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=400, verbose_name="introduction")),
                (
                    "is_anonymous",
                    models.BooleanField(
                        default=False,
                        help_text="It asks for no e-mail address, and of each answer only the day is kept, not the time.",
                        verbose_name="anonymous",
                    ),
                ),
                (
                    "keep_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="As few as your work with the answers needs. People read this number above the form.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days until an answer is deleted",
                    ),
                ),
                (
                    "button",
                    models.CharField(
                        blank=True, help_text="Empty: “Send”.", max_length=40, verbose_name="words on the button"
                    ),
                ),
                (
                    "thanks_heading",
                    models.CharField(blank=True, max_length=80, verbose_name="heading of the thank-you page"),
                ),
                ("thanks", wagtail.fields.RichTextField(blank=True, verbose_name="text of the thank-you page")),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "form",
            },
            bases=(wagtail.contrib.forms.models.FormMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="name")),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="name in addresses")),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="EventPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("SESSION", "Session"),
                            ("LISTENING_CIRCLE", "Listening circle"),
                            ("WORKSHOP", "Workshop"),
                        ],
                        default="SESSION",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "intro",
                    models.TextField(
                        help_text="What people take home, in two sentences.",
                        max_length=300,
                        verbose_name="introduction",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("EVERYBODY", "Everybody"),
                            ("STUDENTS", "Students"),
                            ("FACULTY", "Faculty"),
                            ("STAFF", "Staff"),
                            ("POSTDOCS", "Postdocs"),
                        ],
                        default="EVERYBODY",
                        max_length=20,
                        verbose_name="for whom",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Building and room. Say how to get in without steps.",
                        max_length=200,
                        verbose_name="place",
                    ),
                ),
                ("online_url", models.URLField(blank=True, verbose_name="link to take part online")),
                (
                    "capacity_note",
                    models.CharField(
                        blank=True,
                        help_text="Such as “16 places, first come, first served”.",
                        max_length=120,
                        verbose_name="places",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("notice", 4),
                            ("question", 7),
                            ("quotation", 10),
                            ("steps", 17),
                            ("accordion", 22),
                            ("cards", 29),
                            ("table", 32),
                            ("figure", 34),
                            ("video", 39),
                            ("download", 43),
                            ("contact", 51),
                            ("document", 53),
                            ("office", 54),
                            ("exception", 56),
                            ("statistics", 58),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("pages.blocks.text.TextBlock", (), {"group": "Words"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "title", "max_length": 80, "required": False},
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "text"},
                            ),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("calm", "Good to know"), ("warn", "Please mind")], "label": "tone"},
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 1), ("text", 2), ("tone", 3)]],
                                {"group": "Words"},
                            ),
                            5: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 120}),
                            6: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "answer"},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("question", 5), ("answer", 6)]], {"group": "Words"}),
                            8: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "No name, no place, nothing that tells who was meant.",
                                    "label": "what was said",
                                    "max_length": 400,
                                },
                            ),
                            9: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("student", "A student"),
                                        ("staff", "A member of staff"),
                                        ("faculty", "A member of the faculty"),
                                        ("postdoc", "A postdoc"),
                                        ("mediator", "A mediator"),
                                        ("partner", "Somebody who works with us"),
                                    ],
                                    "help_text": "Never by name.",
                                    "label": "who said it",
                                },
                            ),
                            10: ("wagtail.blocks.StructBlock", [[("words", 8), ("speaker", 9)]], {"group": "Words"}),
                            11: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "heading", "max_length": 80, "required": False},
                            ),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A few words, such as “We talk it over”.",
                                    "label": "title",
                                    "max_length": 80,
                                },
                            ),
                            13: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link"],
                                    "help_text": "One or two short sentences.",
                                    "label": "text",
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document to read here",
                                    "required": False,
                                },
                            ),
                            15: ("wagtail.blocks.StructBlock", [[("title", 12), ("text", 13), ("document", 14)]], {}),
                            16: ("wagtail.blocks.ListBlock", (15,), {"label": "steps"}),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("steps", 16)]],
                                {"group": "Grouped"},
                            ),
                            18: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 120}),
                            19: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ol", "ul"], "label": "text"},
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("title", 18), ("text", 19)]], {}),
                            21: ("wagtail.blocks.ListBlock", (20,), {"label": "folded texts"}),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("folds", 21)]],
                                {"group": "Grouped"},
                            ),
                            23: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 80}),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "text", "max_length": 200, "required": False},
                            ),
                            25: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "page it leads to", "required": False},
                            ),
                            26: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture"}),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 23), ("text", 24), ("page", 25), ("picture", 26)]],
                                {},
                            ),
                            28: ("wagtail.blocks.ListBlock", (27,), {"label": "cards", "max_num": 12}),
                            29: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("cards", 28)]],
                                {"group": "Grouped"},
                            ),
                            30: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "words", "max_length": 200, "required": False},
                            ),
                            31: ("wagtail.blocks.DecimalBlock", (), {"label": "number", "required": False}),
                            32: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 30), ("number", 31)]],
                                {"group": "Grouped"},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "caption", "max_length": 200, "required": False},
                            ),
                            34: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 26), ("caption", 33)]],
                                {"group": "To see and take home"},
                            ),
                            35: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"help_text": "An MP4 or WebM file that was uploaded here.", "label": "video"},
                            ),
                            36: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "A WebVTT file (.vtt) with all that is said and heard. No video goes without.",
                                    "label": "captions",
                                },
                            ),
                            37: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture before it starts"}),
                            38: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "ul"],
                                    "help_text": "Folded beneath it.",
                                    "label": "what is said, to read",
                                    "required": False,
                                },
                            ),
                            39: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 18), ("file", 35), ("captions", 36), ("poster", 37), ("transcript", 38)]],
                                {"group": "To see and take home"},
                            ),
                            40: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "file"}),
                            41: ("wagtail.blocks.CharBlock", (), {"label": "what the link says", "max_length": 120}),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what it is for", "max_length": 200, "required": False},
                            ),
                            43: (
                                "wagtail.blocks.StructBlock",
                                [[("file", 40), ("words", 41), ("note", 42)]],
                                {"group": "To see and take home"},
                            ),
                            44: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "An office or a service.", "label": "whom to reach", "max_length": 120},
                            ),
                            45: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what they help with", "max_length": 300, "required": False},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "telephone", "max_length": 40, "required": False},
                            ),
                            47: ("wagtail.blocks.EmailBlock", (), {"label": "e-mail", "required": False}),
                            48: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "when", "max_length": 200, "required": False},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "where", "max_length": 200, "required": False},
                            ),
                            50: ("wagtail.blocks.URLBlock", (), {"label": "web address", "required": False}),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("name", 44),
                                        ("text", 45),
                                        ("phone", 46),
                                        ("email", 47),
                                        ("hours", 48),
                                        ("place", 49),
                                        ("link", 50),
                                    ]
                                ],
                                {"group": "To see and take home"},
                            ),
                            52: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document",
                                },
                            ),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 52), ("words", 41)]],
                                {"group": "Kept by the office"},
                            ),
                            54: ("pages.blocks.office.OfficeBlock", (), {"group": "Kept by the office"}),
                            55: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("COACHING", "Conflict coaching"),
                                        ("FACILITATION", "Facilitation"),
                                        ("MEDIATION", "Mediation"),
                                        ("RESTORATIVE_JUSTICE", "Restorative justice"),
                                    ],
                                    "help_text": "The words belong to the director of the programme, who approves each change in the portal, under Handbook. They appear here at once.",
                                    "label": "for which service",
                                    "required": False,
                                },
                            ),
                            56: ("wagtail.blocks.StructBlock", [[("process", 55)]], {"group": "Kept by the office"}),
                            57: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("term", "Closed, by term"),
                                        ("asks_for", "What was asked for"),
                                        ("came_by", "How it reached us"),
                                        ("referral", "How people heard of us"),
                                        ("ending", "How it ended"),
                                        ("outcome", "What came of the sessions"),
                                    ],
                                    "label": "which figures",
                                },
                            ),
                            58: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("table", 57)]],
                                {"group": "Kept by the office"},
                            ),
                        },
                        verbose_name="more about it",
                    ),
                ),
                (
                    "is_cancelled",
                    models.BooleanField(
                        default=False,
                        help_text="Keep the page, so that people who noted the date learn of it.",
                        verbose_name="cancelled",
                    ),
                ),
                ("starts_at", models.DateTimeField(db_index=True, editable=False, null=True)),
                ("ends_at", models.DateTimeField(db_index=True, editable=False, null=True)),
                (
                    "sign_up_page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.formpage",
                        verbose_name="form to sign up",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
                (
                    "topics",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="events", to="pages.topic", verbose_name="topics"
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="EventDate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("starts_at", models.DateTimeField(verbose_name="starts")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="dates", to="pages.eventpage"
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="event_ends_after_it_starts"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EventsIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=400, verbose_name="introduction")),
                (
                    "nothing_coming",
                    models.CharField(
                        blank=True,
                        help_text="One sentence, such as when new dates usually come out.",
                        max_length=200,
                        verbose_name="when nothing is planned",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of events",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="FaqPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=400, verbose_name="introduction")),
                (
                    "groups",
                    wagtail.fields.StreamField(
                        [("group", 5)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "heading", "max_length": 80}),
                            1: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 120}),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "answer"},
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("question", 1), ("answer", 2)]], {}),
                            4: ("wagtail.blocks.ListBlock", (3,), {"label": "questions"}),
                            5: ("wagtail.blocks.StructBlock", [[("heading", 0), ("questions", 4)]], {}),
                        },
                        verbose_name="groups of questions",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "questions and answers",
                "verbose_name_plural": "questions and answers",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="FormAnswer",
            fields=[
                ("form_data", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("submit_time", models.DateTimeField(db_index=True, verbose_name="submit time")),
                (
                    "page",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.WAGTAIL_PAGE_MODEL),
                ),
            ],
            options={
                "verbose_name": "form submission",
                "verbose_name_plural": "form submissions",
                "permissions": [("export_formanswer", "Can take answers away as a file")],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FormField",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "clean_name",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Safe name of the form field, the label converted to ascii_snake_case",
                        max_length=255,
                        verbose_name="name",
                    ),
                ),
                (
                    "label",
                    models.CharField(help_text="The label of the form field", max_length=255, verbose_name="label"),
                ),
                ("required", models.BooleanField(default=True, verbose_name="required")),
                (
                    "choices",
                    models.TextField(
                        blank=True,
                        help_text="Comma or new line separated list of choices. Only applicable in checkboxes, radio and dropdown.",
                        verbose_name="choices",
                    ),
                ),
                (
                    "default_value",
                    models.TextField(
                        blank=True,
                        help_text="Default value. Comma or new line separated values supported for checkboxes.",
                        verbose_name="default value",
                    ),
                ),
                ("help_text", models.CharField(blank=True, max_length=255, verbose_name="help text")),
                (
                    "field_type",
                    models.CharField(
                        choices=[
                            ("singleline", "One line of words"),
                            ("multiline", "Several lines of words"),
                            ("email", "E-mail address"),
                            ("number", "Number"),
                            ("date", "Day"),
                            ("radio", "Choose one"),
                            ("checkboxes", "Choose any"),
                            ("dropdown", "Choose one from a long list"),
                            ("checkbox", "A box to tick"),
                        ],
                        max_length=16,
                        verbose_name="kind of answer",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="form_fields", to="pages.formpage"
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("heading", models.CharField(max_length=80, verbose_name="heading")),
                (
                    "intro",
                    models.TextField(
                        help_text="Two short sentences under the heading.", max_length=300, verbose_name="introduction"
                    ),
                ),
                ("services_heading", models.CharField(max_length=80, verbose_name="heading above the services")),
                ("steps_heading", models.CharField(max_length=80, verbose_name="heading above the steps")),
                (
                    "steps",
                    wagtail.fields.StreamField(
                        [("step", 3)],
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A few words, such as “We talk it over”.",
                                    "label": "title",
                                    "max_length": 80,
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link"],
                                    "help_text": "One or two short sentences.",
                                    "label": "text",
                                },
                            ),
                            2: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document to read here",
                                    "required": False,
                                },
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("title", 0), ("text", 1), ("document", 2)]], {}),
                        },
                        verbose_name="what happens when someone writes",
                    ),
                ),
                (
                    "notices",
                    wagtail.fields.StreamField(
                        [("notice", 3)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "title", "max_length": 80, "required": False},
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "text"},
                            ),
                            2: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("calm", "Good to know"), ("warn", "Please mind")], "label": "tone"},
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("title", 0), ("text", 1), ("tone", 2)]], {}),
                        },
                        verbose_name="notices beside the steps",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "home page",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=400, verbose_name="introduction")),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of news",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("published_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="day")),
                ("intro", models.TextField(max_length=300, verbose_name="introduction")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("notice", 4),
                            ("question", 7),
                            ("quotation", 10),
                            ("steps", 17),
                            ("accordion", 22),
                            ("cards", 29),
                            ("table", 32),
                            ("figure", 34),
                            ("video", 39),
                            ("download", 43),
                            ("contact", 51),
                            ("document", 53),
                            ("office", 54),
                            ("exception", 56),
                            ("statistics", 58),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("pages.blocks.text.TextBlock", (), {"group": "Words"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "title", "max_length": 80, "required": False},
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "text"},
                            ),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("calm", "Good to know"), ("warn", "Please mind")], "label": "tone"},
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 1), ("text", 2), ("tone", 3)]],
                                {"group": "Words"},
                            ),
                            5: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 120}),
                            6: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "answer"},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("question", 5), ("answer", 6)]], {"group": "Words"}),
                            8: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "No name, no place, nothing that tells who was meant.",
                                    "label": "what was said",
                                    "max_length": 400,
                                },
                            ),
                            9: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("student", "A student"),
                                        ("staff", "A member of staff"),
                                        ("faculty", "A member of the faculty"),
                                        ("postdoc", "A postdoc"),
                                        ("mediator", "A mediator"),
                                        ("partner", "Somebody who works with us"),
                                    ],
                                    "help_text": "Never by name.",
                                    "label": "who said it",
                                },
                            ),
                            10: ("wagtail.blocks.StructBlock", [[("words", 8), ("speaker", 9)]], {"group": "Words"}),
                            11: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "heading", "max_length": 80, "required": False},
                            ),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A few words, such as “We talk it over”.",
                                    "label": "title",
                                    "max_length": 80,
                                },
                            ),
                            13: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link"],
                                    "help_text": "One or two short sentences.",
                                    "label": "text",
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document to read here",
                                    "required": False,
                                },
                            ),
                            15: ("wagtail.blocks.StructBlock", [[("title", 12), ("text", 13), ("document", 14)]], {}),
                            16: ("wagtail.blocks.ListBlock", (15,), {"label": "steps"}),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("steps", 16)]],
                                {"group": "Grouped"},
                            ),
                            18: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 120}),
                            19: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ol", "ul"], "label": "text"},
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("title", 18), ("text", 19)]], {}),
                            21: ("wagtail.blocks.ListBlock", (20,), {"label": "folded texts"}),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("folds", 21)]],
                                {"group": "Grouped"},
                            ),
                            23: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 80}),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "text", "max_length": 200, "required": False},
                            ),
                            25: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "page it leads to", "required": False},
                            ),
                            26: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture"}),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 23), ("text", 24), ("page", 25), ("picture", 26)]],
                                {},
                            ),
                            28: ("wagtail.blocks.ListBlock", (27,), {"label": "cards", "max_num": 12}),
                            29: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("cards", 28)]],
                                {"group": "Grouped"},
                            ),
                            30: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "words", "max_length": 200, "required": False},
                            ),
                            31: ("wagtail.blocks.DecimalBlock", (), {"label": "number", "required": False}),
                            32: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 30), ("number", 31)]],
                                {"group": "Grouped"},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "caption", "max_length": 200, "required": False},
                            ),
                            34: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 26), ("caption", 33)]],
                                {"group": "To see and take home"},
                            ),
                            35: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"help_text": "An MP4 or WebM file that was uploaded here.", "label": "video"},
                            ),
                            36: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "A WebVTT file (.vtt) with all that is said and heard. No video goes without.",
                                    "label": "captions",
                                },
                            ),
                            37: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture before it starts"}),
                            38: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "ul"],
                                    "help_text": "Folded beneath it.",
                                    "label": "what is said, to read",
                                    "required": False,
                                },
                            ),
                            39: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 18), ("file", 35), ("captions", 36), ("poster", 37), ("transcript", 38)]],
                                {"group": "To see and take home"},
                            ),
                            40: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "file"}),
                            41: ("wagtail.blocks.CharBlock", (), {"label": "what the link says", "max_length": 120}),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what it is for", "max_length": 200, "required": False},
                            ),
                            43: (
                                "wagtail.blocks.StructBlock",
                                [[("file", 40), ("words", 41), ("note", 42)]],
                                {"group": "To see and take home"},
                            ),
                            44: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "An office or a service.", "label": "whom to reach", "max_length": 120},
                            ),
                            45: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what they help with", "max_length": 300, "required": False},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "telephone", "max_length": 40, "required": False},
                            ),
                            47: ("wagtail.blocks.EmailBlock", (), {"label": "e-mail", "required": False}),
                            48: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "when", "max_length": 200, "required": False},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "where", "max_length": 200, "required": False},
                            ),
                            50: ("wagtail.blocks.URLBlock", (), {"label": "web address", "required": False}),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("name", 44),
                                        ("text", 45),
                                        ("phone", 46),
                                        ("email", 47),
                                        ("hours", 48),
                                        ("place", 49),
                                        ("link", 50),
                                    ]
                                ],
                                {"group": "To see and take home"},
                            ),
                            52: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document",
                                },
                            ),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 52), ("words", 41)]],
                                {"group": "Kept by the office"},
                            ),
                            54: ("pages.blocks.office.OfficeBlock", (), {"group": "Kept by the office"}),
                            55: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("COACHING", "Conflict coaching"),
                                        ("FACILITATION", "Facilitation"),
                                        ("MEDIATION", "Mediation"),
                                        ("RESTORATIVE_JUSTICE", "Restorative justice"),
                                    ],
                                    "help_text": "The words belong to the director of the programme, who approves each change in the portal, under Handbook. They appear here at once.",
                                    "label": "for which service",
                                    "required": False,
                                },
                            ),
                            56: ("wagtail.blocks.StructBlock", [[("process", 55)]], {"group": "Kept by the office"}),
                            57: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("term", "Closed, by term"),
                                        ("asks_for", "What was asked for"),
                                        ("came_by", "How it reached us"),
                                        ("referral", "How people heard of us"),
                                        ("ending", "How it ended"),
                                        ("outcome", "What came of the sessions"),
                                    ],
                                    "label": "which figures",
                                },
                            ),
                            58: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("table", 57)]],
                                {"group": "Kept by the office"},
                            ),
                        },
                        verbose_name="body",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "piece of news",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="PeopleIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=400, verbose_name="introduction")),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of people",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="PersonPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("1_OFFICE", "In the office"),
                            ("2_NEUTRALS", "Mediators, facilitators and coaches"),
                            ("3_TRAINERS", "Trainers"),
                            ("4_PARTNERS", "Partners"),
                        ],
                        default="1_OFFICE",
                        max_length=20,
                        verbose_name="belongs to",
                    ),
                ),
                (
                    "sort_name",
                    models.CharField(
                        blank=True, help_text="Mostly the last name.", max_length=80, verbose_name="name to sort by"
                    ),
                ),
                ("role", models.CharField(max_length=120, verbose_name="what they do")),
                (
                    "pronouns",
                    models.CharField(
                        blank=True, help_text="As they say them themselves.", max_length=40, verbose_name="pronouns"
                    ),
                ),
                ("languages", models.CharField(blank=True, max_length=120, verbose_name="languages")),
                ("about", wagtail.fields.RichTextField(blank=True, verbose_name="about them")),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="PreviewLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.WAGTAIL_PAGE_MODEL
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.revision"
                    ),
                ),
            ],
            options={
                "verbose_name": "preview link",
                "verbose_name_plural": "preview links",
                "ordering": ["-made_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("made_at"))),
                        name="preview_link_ends_after_it_is_made",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicSite",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "banners",
                    wagtail.fields.StreamField(
                        [("alert", 6), ("closed", 6)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "One or two short sentences.", "label": "text", "max_length": 200},
                            ),
                            1: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("", "Calm: good to know"),
                                        ("warn", "Amber: please mind"),
                                        ("bad", "Red: danger or closed doors"),
                                    ],
                                    "label": "tone",
                                    "required": False,
                                },
                            ),
                            2: ("wagtail.blocks.PageChooserBlock", (), {"label": "page with more", "required": False}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "words of the link", "max_length": 40, "required": False},
                            ),
                            4: (
                                "wagtail.blocks.DateTimeBlock",
                                (),
                                {"help_text": "Empty: at once.", "label": "from", "required": False},
                            ),
                            5: (
                                "wagtail.blocks.DateTimeBlock",
                                (),
                                {"help_text": "Empty: until you take it away.", "label": "until", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("text", 0),
                                        ("tone", 1),
                                        ("page", 2),
                                        ("words", 3),
                                        ("starts_at", 4),
                                        ("ends_at", 5),
                                    ]
                                ],
                                {},
                            ),
                        },
                        help_text="They appear and go by themselves, at once and without a check.",
                        verbose_name="notices above every page",
                    ),
                ),
                (
                    "menu",
                    wagtail.fields.StreamField(
                        [("entry", 4)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.PageChooserBlock", (), {"label": "page"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Empty: the title of the page.",
                                    "label": "words",
                                    "max_length": 30,
                                    "required": False,
                                },
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("page", 0), ("words", 1)]], {}),
                            3: (
                                "wagtail.blocks.ListBlock",
                                (2,),
                                {"default": [], "label": "pages that unfold below it", "max_num": 8, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("page", 0), ("words", 1), ("below", 3)]], {}),
                        },
                        help_text="Empty: the pages right below the home page that say “show in menus”.",
                        verbose_name="menu",
                    ),
                ),
                (
                    "footer",
                    wagtail.fields.StreamField(
                        [("link", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.PageChooserBlock", (), {"label": "page"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Empty: the title of the page.",
                                    "label": "words",
                                    "max_length": 30,
                                    "required": False,
                                },
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("page", 0), ("words", 1)]], {}),
                        },
                        verbose_name="links at the foot of every page",
                    ),
                ),
                (
                    "missing_heading",
                    models.CharField(
                        blank=True,
                        help_text="Empty: the words of the program.",
                        max_length=80,
                        verbose_name="heading where there is no page",
                    ),
                ),
                (
                    "missing_text",
                    models.TextField(blank=True, max_length=400, verbose_name="text where there is no page"),
                ),
            ],
            options={
                "verbose_name": "whole site",
            },
        ),
        migrations.CreateModel(
            name="ResourcePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ARTICLE", "Article"),
                            ("TIP", "Tip"),
                            ("WORKSHEET", "Worksheet"),
                            ("VIDEO", "Video"),
                        ],
                        default="ARTICLE",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("EVERYBODY", "Everybody"),
                            ("STUDENTS", "Students"),
                            ("FACULTY", "Faculty"),
                            ("STAFF", "Staff"),
                            ("POSTDOCS", "Postdocs"),
                        ],
                        default="EVERYBODY",
                        max_length=20,
                        verbose_name="written for",
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="To read, watch or fill in.", null=True, verbose_name="minutes it takes"
                    ),
                ),
                ("intro", models.TextField(max_length=300, verbose_name="introduction")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("notice", 4),
                            ("question", 7),
                            ("quotation", 10),
                            ("steps", 17),
                            ("accordion", 22),
                            ("cards", 29),
                            ("table", 32),
                            ("figure", 34),
                            ("video", 39),
                            ("download", 43),
                            ("contact", 51),
                            ("document", 53),
                            ("office", 54),
                            ("exception", 56),
                            ("statistics", 58),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("pages.blocks.text.TextBlock", (), {"group": "Words"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "title", "max_length": 80, "required": False},
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "text"},
                            ),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("calm", "Good to know"), ("warn", "Please mind")], "label": "tone"},
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 1), ("text", 2), ("tone", 3)]],
                                {"group": "Words"},
                            ),
                            5: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 120}),
                            6: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "answer"},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("question", 5), ("answer", 6)]], {"group": "Words"}),
                            8: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "No name, no place, nothing that tells who was meant.",
                                    "label": "what was said",
                                    "max_length": 400,
                                },
                            ),
                            9: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("student", "A student"),
                                        ("staff", "A member of staff"),
                                        ("faculty", "A member of the faculty"),
                                        ("postdoc", "A postdoc"),
                                        ("mediator", "A mediator"),
                                        ("partner", "Somebody who works with us"),
                                    ],
                                    "help_text": "Never by name.",
                                    "label": "who said it",
                                },
                            ),
                            10: ("wagtail.blocks.StructBlock", [[("words", 8), ("speaker", 9)]], {"group": "Words"}),
                            11: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "heading", "max_length": 80, "required": False},
                            ),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A few words, such as “We talk it over”.",
                                    "label": "title",
                                    "max_length": 80,
                                },
                            ),
                            13: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link"],
                                    "help_text": "One or two short sentences.",
                                    "label": "text",
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document to read here",
                                    "required": False,
                                },
                            ),
                            15: ("wagtail.blocks.StructBlock", [[("title", 12), ("text", 13), ("document", 14)]], {}),
                            16: ("wagtail.blocks.ListBlock", (15,), {"label": "steps"}),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("steps", 16)]],
                                {"group": "Grouped"},
                            ),
                            18: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 120}),
                            19: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ol", "ul"], "label": "text"},
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("title", 18), ("text", 19)]], {}),
                            21: ("wagtail.blocks.ListBlock", (20,), {"label": "folded texts"}),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("folds", 21)]],
                                {"group": "Grouped"},
                            ),
                            23: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 80}),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "text", "max_length": 200, "required": False},
                            ),
                            25: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "page it leads to", "required": False},
                            ),
                            26: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture"}),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 23), ("text", 24), ("page", 25), ("picture", 26)]],
                                {},
                            ),
                            28: ("wagtail.blocks.ListBlock", (27,), {"label": "cards", "max_num": 12}),
                            29: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("cards", 28)]],
                                {"group": "Grouped"},
                            ),
                            30: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "words", "max_length": 200, "required": False},
                            ),
                            31: ("wagtail.blocks.DecimalBlock", (), {"label": "number", "required": False}),
                            32: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 30), ("number", 31)]],
                                {"group": "Grouped"},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "caption", "max_length": 200, "required": False},
                            ),
                            34: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 26), ("caption", 33)]],
                                {"group": "To see and take home"},
                            ),
                            35: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"help_text": "An MP4 or WebM file that was uploaded here.", "label": "video"},
                            ),
                            36: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "A WebVTT file (.vtt) with all that is said and heard. No video goes without.",
                                    "label": "captions",
                                },
                            ),
                            37: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture before it starts"}),
                            38: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "ul"],
                                    "help_text": "Folded beneath it.",
                                    "label": "what is said, to read",
                                    "required": False,
                                },
                            ),
                            39: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 18), ("file", 35), ("captions", 36), ("poster", 37), ("transcript", 38)]],
                                {"group": "To see and take home"},
                            ),
                            40: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "file"}),
                            41: ("wagtail.blocks.CharBlock", (), {"label": "what the link says", "max_length": 120}),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what it is for", "max_length": 200, "required": False},
                            ),
                            43: (
                                "wagtail.blocks.StructBlock",
                                [[("file", 40), ("words", 41), ("note", 42)]],
                                {"group": "To see and take home"},
                            ),
                            44: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "An office or a service.", "label": "whom to reach", "max_length": 120},
                            ),
                            45: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what they help with", "max_length": 300, "required": False},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "telephone", "max_length": 40, "required": False},
                            ),
                            47: ("wagtail.blocks.EmailBlock", (), {"label": "e-mail", "required": False}),
                            48: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "when", "max_length": 200, "required": False},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "where", "max_length": 200, "required": False},
                            ),
                            50: ("wagtail.blocks.URLBlock", (), {"label": "web address", "required": False}),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("name", 44),
                                        ("text", 45),
                                        ("phone", 46),
                                        ("email", 47),
                                        ("hours", 48),
                                        ("place", 49),
                                        ("link", 50),
                                    ]
                                ],
                                {"group": "To see and take home"},
                            ),
                            52: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document",
                                },
                            ),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 52), ("words", 41)]],
                                {"group": "Kept by the office"},
                            ),
                            54: ("pages.blocks.office.OfficeBlock", (), {"group": "Kept by the office"}),
                            55: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("COACHING", "Conflict coaching"),
                                        ("FACILITATION", "Facilitation"),
                                        ("MEDIATION", "Mediation"),
                                        ("RESTORATIVE_JUSTICE", "Restorative justice"),
                                    ],
                                    "help_text": "The words belong to the director of the programme, who approves each change in the portal, under Handbook. They appear here at once.",
                                    "label": "for which service",
                                    "required": False,
                                },
                            ),
                            56: ("wagtail.blocks.StructBlock", [[("process", 55)]], {"group": "Kept by the office"}),
                            57: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("term", "Closed, by term"),
                                        ("asks_for", "What was asked for"),
                                        ("came_by", "How it reached us"),
                                        ("referral", "How people heard of us"),
                                        ("ending", "How it ended"),
                                        ("outcome", "What came of the sessions"),
                                    ],
                                    "label": "which figures",
                                },
                            ),
                            58: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("table", 57)]],
                                {"group": "Kept by the office"},
                            ),
                        },
                        verbose_name="body",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
                (
                    "topics",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="resources", to="pages.topic", verbose_name="topics"
                    ),
                ),
            ],
            options={
                "verbose_name": "resource",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ResourcesIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=400, verbose_name="introduction")),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of resources",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="SeenLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.CharField(max_length=500, unique=True, verbose_name="address")),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="seen")),
                (
                    "seen_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "link that was looked at",
                "verbose_name_plural": "links that were looked at",
            },
        ),
        migrations.CreateModel(
            name="ServicePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                (
                    "service",
                    models.CharField(
                        choices=[
                            ("COACHING", "Conflict coaching"),
                            ("FACILITATION", "Facilitation"),
                            ("MEDIATION", "Mediation"),
                            ("RESTORATIVE_JUSTICE", "Restorative justice"),
                        ],
                        max_length=30,
                        verbose_name="service",
                    ),
                ),
                ("intro", models.TextField(max_length=300, verbose_name="introduction")),
                ("card_text", models.CharField(max_length=160, verbose_name="text on its card")),
                ("card_note", models.CharField(max_length=60, verbose_name="small print on its card")),
                ("ask_heading", models.CharField(max_length=60, verbose_name="heading above “Start”")),
                ("who_takes_part", models.CharField(max_length=200, verbose_name="who takes part")),
                ("duration", models.CharField(max_length=200, verbose_name="how long it takes")),
                ("what_it_is", wagtail.fields.RichTextField(verbose_name="what it is")),
                (
                    "steps",
                    wagtail.fields.StreamField(
                        [("step", 3)],
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A few words, such as “We talk it over”.",
                                    "label": "title",
                                    "max_length": 80,
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link"],
                                    "help_text": "One or two short sentences.",
                                    "label": "text",
                                },
                            ),
                            2: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document to read here",
                                    "required": False,
                                },
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("title", 0), ("text", 1), ("document", 2)]], {}),
                        },
                        verbose_name="how it works, step by step",
                    ),
                ),
                ("kept", wagtail.fields.RichTextField(verbose_name="what is kept afterwards, and the limits of that")),
                (
                    "questions",
                    wagtail.fields.StreamField(
                        [("question", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 120}),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "answer"},
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("question", 0), ("answer", 1)]], {}),
                        },
                        verbose_name="questions and answers",
                    ),
                ),
                (
                    "downloads",
                    wagtail.fields.StreamField(
                        [("document", 2)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document",
                                },
                            ),
                            1: ("wagtail.blocks.CharBlock", (), {"label": "what the link says", "max_length": 120}),
                            2: ("wagtail.blocks.StructBlock", [[("document", 0), ("words", 1)]], {}),
                        },
                        verbose_name="documents to read",
                    ),
                ),
                (
                    "related",
                    wagtail.fields.StreamField(
                        [("page", 0)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Resource", "page_type": ["pages.ResourcePage"]},
                            )
                        },
                        verbose_name="resources that go with it",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "service",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ServicesIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("intro", models.TextField(max_length=400, verbose_name="introduction")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("notice", 4),
                            ("question", 7),
                            ("quotation", 10),
                            ("steps", 17),
                            ("accordion", 22),
                            ("cards", 29),
                            ("table", 32),
                            ("figure", 34),
                            ("video", 39),
                            ("download", 43),
                            ("contact", 51),
                            ("document", 53),
                            ("office", 54),
                            ("exception", 56),
                            ("statistics", 58),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("pages.blocks.text.TextBlock", (), {"group": "Words"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "title", "max_length": 80, "required": False},
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "text"},
                            ),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("calm", "Good to know"), ("warn", "Please mind")], "label": "tone"},
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 1), ("text", 2), ("tone", 3)]],
                                {"group": "Words"},
                            ),
                            5: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 120}),
                            6: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "answer"},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("question", 5), ("answer", 6)]], {"group": "Words"}),
                            8: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "No name, no place, nothing that tells who was meant.",
                                    "label": "what was said",
                                    "max_length": 400,
                                },
                            ),
                            9: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("student", "A student"),
                                        ("staff", "A member of staff"),
                                        ("faculty", "A member of the faculty"),
                                        ("postdoc", "A postdoc"),
                                        ("mediator", "A mediator"),
                                        ("partner", "Somebody who works with us"),
                                    ],
                                    "help_text": "Never by name.",
                                    "label": "who said it",
                                },
                            ),
                            10: ("wagtail.blocks.StructBlock", [[("words", 8), ("speaker", 9)]], {"group": "Words"}),
                            11: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "heading", "max_length": 80, "required": False},
                            ),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A few words, such as “We talk it over”.",
                                    "label": "title",
                                    "max_length": 80,
                                },
                            ),
                            13: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link"],
                                    "help_text": "One or two short sentences.",
                                    "label": "text",
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document to read here",
                                    "required": False,
                                },
                            ),
                            15: ("wagtail.blocks.StructBlock", [[("title", 12), ("text", 13), ("document", 14)]], {}),
                            16: ("wagtail.blocks.ListBlock", (15,), {"label": "steps"}),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("steps", 16)]],
                                {"group": "Grouped"},
                            ),
                            18: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 120}),
                            19: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ol", "ul"], "label": "text"},
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("title", 18), ("text", 19)]], {}),
                            21: ("wagtail.blocks.ListBlock", (20,), {"label": "folded texts"}),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("folds", 21)]],
                                {"group": "Grouped"},
                            ),
                            23: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 80}),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "text", "max_length": 200, "required": False},
                            ),
                            25: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "page it leads to", "required": False},
                            ),
                            26: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture"}),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 23), ("text", 24), ("page", 25), ("picture", 26)]],
                                {},
                            ),
                            28: ("wagtail.blocks.ListBlock", (27,), {"label": "cards", "max_num": 12}),
                            29: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("cards", 28)]],
                                {"group": "Grouped"},
                            ),
                            30: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "words", "max_length": 200, "required": False},
                            ),
                            31: ("wagtail.blocks.DecimalBlock", (), {"label": "number", "required": False}),
                            32: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 30), ("number", 31)]],
                                {"group": "Grouped"},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "caption", "max_length": 200, "required": False},
                            ),
                            34: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 26), ("caption", 33)]],
                                {"group": "To see and take home"},
                            ),
                            35: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"help_text": "An MP4 or WebM file that was uploaded here.", "label": "video"},
                            ),
                            36: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "A WebVTT file (.vtt) with all that is said and heard. No video goes without.",
                                    "label": "captions",
                                },
                            ),
                            37: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture before it starts"}),
                            38: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "ul"],
                                    "help_text": "Folded beneath it.",
                                    "label": "what is said, to read",
                                    "required": False,
                                },
                            ),
                            39: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 18), ("file", 35), ("captions", 36), ("poster", 37), ("transcript", 38)]],
                                {"group": "To see and take home"},
                            ),
                            40: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "file"}),
                            41: ("wagtail.blocks.CharBlock", (), {"label": "what the link says", "max_length": 120}),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what it is for", "max_length": 200, "required": False},
                            ),
                            43: (
                                "wagtail.blocks.StructBlock",
                                [[("file", 40), ("words", 41), ("note", 42)]],
                                {"group": "To see and take home"},
                            ),
                            44: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "An office or a service.", "label": "whom to reach", "max_length": 120},
                            ),
                            45: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what they help with", "max_length": 300, "required": False},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "telephone", "max_length": 40, "required": False},
                            ),
                            47: ("wagtail.blocks.EmailBlock", (), {"label": "e-mail", "required": False}),
                            48: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "when", "max_length": 200, "required": False},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "where", "max_length": 200, "required": False},
                            ),
                            50: ("wagtail.blocks.URLBlock", (), {"label": "web address", "required": False}),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("name", 44),
                                        ("text", 45),
                                        ("phone", 46),
                                        ("email", 47),
                                        ("hours", 48),
                                        ("place", 49),
                                        ("link", 50),
                                    ]
                                ],
                                {"group": "To see and take home"},
                            ),
                            52: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document",
                                },
                            ),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 52), ("words", 41)]],
                                {"group": "Kept by the office"},
                            ),
                            54: ("pages.blocks.office.OfficeBlock", (), {"group": "Kept by the office"}),
                            55: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("COACHING", "Conflict coaching"),
                                        ("FACILITATION", "Facilitation"),
                                        ("MEDIATION", "Mediation"),
                                        ("RESTORATIVE_JUSTICE", "Restorative justice"),
                                    ],
                                    "help_text": "The words belong to the director of the programme, who approves each change in the portal, under Handbook. They appear here at once.",
                                    "label": "for which service",
                                    "required": False,
                                },
                            ),
                            56: ("wagtail.blocks.StructBlock", [[("process", 55)]], {"group": "Kept by the office"}),
                            57: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("term", "Closed, by term"),
                                        ("asks_for", "What was asked for"),
                                        ("came_by", "How it reached us"),
                                        ("referral", "How people heard of us"),
                                        ("ending", "How it ended"),
                                        ("outcome", "What came of the sessions"),
                                    ],
                                    "label": "which figures",
                                },
                            ),
                            58: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("table", 57)]],
                                {"group": "Kept by the office"},
                            ),
                        },
                        verbose_name="below the services",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of services",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="SiteDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("file", models.FileField(upload_to="documents", verbose_name="file")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("file_size", models.PositiveBigIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, editable=False, max_length=40)),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags"
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "file",
                "verbose_name_plural": "files",
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="SiteRendition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("filter_spec", models.CharField(db_index=True, max_length=255)),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        storage=wagtail.images.models.get_rendition_storage,
                        upload_to=wagtail.images.models.get_rendition_upload_to,
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False)),
                ("height", models.IntegerField(editable=False)),
                ("focal_point_key", models.CharField(blank=True, default="", editable=False, max_length=16)),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="renditions", to="pages.siteimage"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("image", "filter_spec", "focal_point_key"), name="a_picture_is_cut_once_for_each_size"
                    )
                ],
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name="StandardPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=400, verbose_name="introduction")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("notice", 4),
                            ("question", 7),
                            ("quotation", 10),
                            ("steps", 17),
                            ("accordion", 22),
                            ("cards", 29),
                            ("table", 32),
                            ("figure", 34),
                            ("video", 39),
                            ("download", 43),
                            ("contact", 51),
                            ("document", 53),
                            ("office", 54),
                            ("exception", 56),
                            ("statistics", 58),
                        ],
                        block_lookup={
                            0: ("pages.blocks.text.TextBlock", (), {"group": "Words"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "title", "max_length": 80, "required": False},
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "text"},
                            ),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("calm", "Good to know"), ("warn", "Please mind")], "label": "tone"},
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 1), ("text", 2), ("tone", 3)]],
                                {"group": "Words"},
                            ),
                            5: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 120}),
                            6: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "answer"},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("question", 5), ("answer", 6)]], {"group": "Words"}),
                            8: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "No name, no place, nothing that tells who was meant.",
                                    "label": "what was said",
                                    "max_length": 400,
                                },
                            ),
                            9: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("student", "A student"),
                                        ("staff", "A member of staff"),
                                        ("faculty", "A member of the faculty"),
                                        ("postdoc", "A postdoc"),
                                        ("mediator", "A mediator"),
                                        ("partner", "Somebody who works with us"),
                                    ],
                                    "help_text": "Never by name.",
                                    "label": "who said it",
                                },
                            ),
                            10: ("wagtail.blocks.StructBlock", [[("words", 8), ("speaker", 9)]], {"group": "Words"}),
                            11: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "heading", "max_length": 80, "required": False},
                            ),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A few words, such as “We talk it over”.",
                                    "label": "title",
                                    "max_length": 80,
                                },
                            ),
                            13: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link"],
                                    "help_text": "One or two short sentences.",
                                    "label": "text",
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document to read here",
                                    "required": False,
                                },
                            ),
                            15: ("wagtail.blocks.StructBlock", [[("title", 12), ("text", 13), ("document", 14)]], {}),
                            16: ("wagtail.blocks.ListBlock", (15,), {"label": "steps"}),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("steps", 16)]],
                                {"group": "Grouped"},
                            ),
                            18: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 120}),
                            19: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ol", "ul"], "label": "text"},
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("title", 18), ("text", 19)]], {}),
                            21: ("wagtail.blocks.ListBlock", (20,), {"label": "folded texts"}),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("folds", 21)]],
                                {"group": "Grouped"},
                            ),
                            23: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 80}),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "text", "max_length": 200, "required": False},
                            ),
                            25: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "page it leads to", "required": False},
                            ),
                            26: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture"}),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 23), ("text", 24), ("page", 25), ("picture", 26)]],
                                {},
                            ),
                            28: ("wagtail.blocks.ListBlock", (27,), {"label": "cards", "max_num": 12}),
                            29: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("cards", 28)]],
                                {"group": "Grouped"},
                            ),
                            30: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "words", "max_length": 200, "required": False},
                            ),
                            31: ("wagtail.blocks.DecimalBlock", (), {"label": "number", "required": False}),
                            32: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 30), ("number", 31)]],
                                {"group": "Grouped"},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "caption", "max_length": 200, "required": False},
                            ),
                            34: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 26), ("caption", 33)]],
                                {"group": "To see and take home"},
                            ),
                            35: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"help_text": "An MP4 or WebM file that was uploaded here.", "label": "video"},
                            ),
                            36: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "A WebVTT file (.vtt) with all that is said and heard. No video goes without.",
                                    "label": "captions",
                                },
                            ),
                            37: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture before it starts"}),
                            38: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "ul"],
                                    "help_text": "Folded beneath it.",
                                    "label": "what is said, to read",
                                    "required": False,
                                },
                            ),
                            39: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 18), ("file", 35), ("captions", 36), ("poster", 37), ("transcript", 38)]],
                                {"group": "To see and take home"},
                            ),
                            40: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "file"}),
                            41: ("wagtail.blocks.CharBlock", (), {"label": "what the link says", "max_length": 120}),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what it is for", "max_length": 200, "required": False},
                            ),
                            43: (
                                "wagtail.blocks.StructBlock",
                                [[("file", 40), ("words", 41), ("note", 42)]],
                                {"group": "To see and take home"},
                            ),
                            44: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "An office or a service.", "label": "whom to reach", "max_length": 120},
                            ),
                            45: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what they help with", "max_length": 300, "required": False},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "telephone", "max_length": 40, "required": False},
                            ),
                            47: ("wagtail.blocks.EmailBlock", (), {"label": "e-mail", "required": False}),
                            48: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "when", "max_length": 200, "required": False},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "where", "max_length": 200, "required": False},
                            ),
                            50: ("wagtail.blocks.URLBlock", (), {"label": "web address", "required": False}),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("name", 44),
                                        ("text", 45),
                                        ("phone", 46),
                                        ("email", 47),
                                        ("hours", 48),
                                        ("place", 49),
                                        ("link", 50),
                                    ]
                                ],
                                {"group": "To see and take home"},
                            ),
                            52: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document",
                                },
                            ),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 52), ("words", 41)]],
                                {"group": "Kept by the office"},
                            ),
                            54: ("pages.blocks.office.OfficeBlock", (), {"group": "Kept by the office"}),
                            55: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("COACHING", "Conflict coaching"),
                                        ("FACILITATION", "Facilitation"),
                                        ("MEDIATION", "Mediation"),
                                        ("RESTORATIVE_JUSTICE", "Restorative justice"),
                                    ],
                                    "help_text": "The words belong to the director of the programme, who approves each change in the portal, under Handbook. They appear here at once.",
                                    "label": "for which service",
                                    "required": False,
                                },
                            ),
                            56: ("wagtail.blocks.StructBlock", [[("process", 55)]], {"group": "Kept by the office"}),
                            57: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("term", "Closed, by term"),
                                        ("asks_for", "What was asked for"),
                                        ("came_by", "How it reached us"),
                                        ("referral", "How people heard of us"),
                                        ("ending", "How it ended"),
                                        ("outcome", "What came of the sessions"),
                                    ],
                                    "label": "which figures",
                                },
                            ),
                            58: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("table", 57)]],
                                {"group": "Kept by the office"},
                            ),
                        },
                        verbose_name="body",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "text page",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="TrainingIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day on, the dashboard reminds you to check that it is still true.",
                        null=True,
                        verbose_name="look at it again on",
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=400, verbose_name="introduction")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("notice", 4),
                            ("question", 7),
                            ("quotation", 10),
                            ("steps", 17),
                            ("accordion", 22),
                            ("cards", 29),
                            ("table", 32),
                            ("figure", 34),
                            ("video", 39),
                            ("download", 43),
                            ("contact", 51),
                            ("document", 53),
                            ("office", 54),
                            ("exception", 56),
                            ("statistics", 58),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("pages.blocks.text.TextBlock", (), {"group": "Words"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "title", "max_length": 80, "required": False},
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "text"},
                            ),
                            3: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": [("calm", "Good to know"), ("warn", "Please mind")], "label": "tone"},
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 1), ("text", 2), ("tone", 3)]],
                                {"group": "Words"},
                            ),
                            5: ("wagtail.blocks.CharBlock", (), {"label": "question", "max_length": 120}),
                            6: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul"], "label": "answer"},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("question", 5), ("answer", 6)]], {"group": "Words"}),
                            8: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "No name, no place, nothing that tells who was meant.",
                                    "label": "what was said",
                                    "max_length": 400,
                                },
                            ),
                            9: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("student", "A student"),
                                        ("staff", "A member of staff"),
                                        ("faculty", "A member of the faculty"),
                                        ("postdoc", "A postdoc"),
                                        ("mediator", "A mediator"),
                                        ("partner", "Somebody who works with us"),
                                    ],
                                    "help_text": "Never by name.",
                                    "label": "who said it",
                                },
                            ),
                            10: ("wagtail.blocks.StructBlock", [[("words", 8), ("speaker", 9)]], {"group": "Words"}),
                            11: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "heading", "max_length": 80, "required": False},
                            ),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A few words, such as “We talk it over”.",
                                    "label": "title",
                                    "max_length": 80,
                                },
                            ),
                            13: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link"],
                                    "help_text": "One or two short sentences.",
                                    "label": "text",
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document to read here",
                                    "required": False,
                                },
                            ),
                            15: ("wagtail.blocks.StructBlock", [[("title", 12), ("text", 13), ("document", 14)]], {}),
                            16: ("wagtail.blocks.ListBlock", (15,), {"label": "steps"}),
                            17: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("steps", 16)]],
                                {"group": "Grouped"},
                            ),
                            18: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 120}),
                            19: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ol", "ul"], "label": "text"},
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("title", 18), ("text", 19)]], {}),
                            21: ("wagtail.blocks.ListBlock", (20,), {"label": "folded texts"}),
                            22: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("folds", 21)]],
                                {"group": "Grouped"},
                            ),
                            23: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 80}),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "text", "max_length": 200, "required": False},
                            ),
                            25: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "page it leads to", "required": False},
                            ),
                            26: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture"}),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 23), ("text", 24), ("page", 25), ("picture", 26)]],
                                {},
                            ),
                            28: ("wagtail.blocks.ListBlock", (27,), {"label": "cards", "max_num": 12}),
                            29: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("cards", 28)]],
                                {"group": "Grouped"},
                            ),
                            30: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "words", "max_length": 200, "required": False},
                            ),
                            31: ("wagtail.blocks.DecimalBlock", (), {"label": "number", "required": False}),
                            32: (
                                "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                                [[("text", 30), ("number", 31)]],
                                {"group": "Grouped"},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "caption", "max_length": 200, "required": False},
                            ),
                            34: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 26), ("caption", 33)]],
                                {"group": "To see and take home"},
                            ),
                            35: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"help_text": "An MP4 or WebM file that was uploaded here.", "label": "video"},
                            ),
                            36: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {
                                    "help_text": "A WebVTT file (.vtt) with all that is said and heard. No video goes without.",
                                    "label": "captions",
                                },
                            ),
                            37: ("wagtail.images.blocks.ImageBlock", [], {"label": "picture before it starts"}),
                            38: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "ul"],
                                    "help_text": "Folded beneath it.",
                                    "label": "what is said, to read",
                                    "required": False,
                                },
                            ),
                            39: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 18), ("file", 35), ("captions", 36), ("poster", 37), ("transcript", 38)]],
                                {"group": "To see and take home"},
                            ),
                            40: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "file"}),
                            41: ("wagtail.blocks.CharBlock", (), {"label": "what the link says", "max_length": 120}),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what it is for", "max_length": 200, "required": False},
                            ),
                            43: (
                                "wagtail.blocks.StructBlock",
                                [[("file", 40), ("words", 41), ("note", 42)]],
                                {"group": "To see and take home"},
                            ),
                            44: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"help_text": "An office or a service.", "label": "whom to reach", "max_length": 120},
                            ),
                            45: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "what they help with", "max_length": 300, "required": False},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "telephone", "max_length": 40, "required": False},
                            ),
                            47: ("wagtail.blocks.EmailBlock", (), {"label": "e-mail", "required": False}),
                            48: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "when", "max_length": 200, "required": False},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "where", "max_length": 200, "required": False},
                            ),
                            50: ("wagtail.blocks.URLBlock", (), {"label": "web address", "required": False}),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("name", 44),
                                        ("text", 45),
                                        ("phone", 46),
                                        ("email", 47),
                                        ("hours", 48),
                                        ("place", 49),
                                        ("link", 50),
                                    ]
                                ],
                                {"group": "To see and take home"},
                            ),
                            52: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("agreement-to-participate", "Agreement to take part in mediation")],
                                    "label": "document",
                                },
                            ),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [[("document", 52), ("words", 41)]],
                                {"group": "Kept by the office"},
                            ),
                            54: ("pages.blocks.office.OfficeBlock", (), {"group": "Kept by the office"}),
                            55: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("COACHING", "Conflict coaching"),
                                        ("FACILITATION", "Facilitation"),
                                        ("MEDIATION", "Mediation"),
                                        ("RESTORATIVE_JUSTICE", "Restorative justice"),
                                    ],
                                    "help_text": "The words belong to the director of the programme, who approves each change in the portal, under Handbook. They appear here at once.",
                                    "label": "for which service",
                                    "required": False,
                                },
                            ),
                            56: ("wagtail.blocks.StructBlock", [[("process", 55)]], {"group": "Kept by the office"}),
                            57: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("term", "Closed, by term"),
                                        ("asks_for", "What was asked for"),
                                        ("came_by", "How it reached us"),
                                        ("referral", "How people heard of us"),
                                        ("ending", "How it ended"),
                                        ("outcome", "What came of the sessions"),
                                    ],
                                    "label": "which figures",
                                },
                            ),
                            58: (
                                "wagtail.blocks.StructBlock",
                                [[("heading", 11), ("table", 57)]],
                                {"group": "Kept by the office"},
                            ),
                        },
                        verbose_name="below the courses",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when somebody shares the page. Leave it empty for the picture of the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="picture for sharing",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of courses",
            },
            bases=("wagtailcore.page",),
        ),
    ]
