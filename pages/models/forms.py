"""Contact, feedback, signing up and evaluation: forms that editors build, and that forget."""

from typing import Any
from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm
from wagtail.contrib.forms.models import AbstractForm, AbstractFormField, AbstractFormSubmission
from wagtail.fields import RichTextField
from wagtail.search import index

from pages.blocks import TEXT
from pages.public_forms import limits
from pages.public_forms.protection import TICKET, answer_id
from pages.public_forms.public import PublicForm, PublicFormBuilder

from .base import SitePage

# Files are not among them, nor is anything hidden from the one who answers.
FIELD_TYPES = [
    ("singleline", _("One line of words")),
    ("multiline", _("Several lines of words")),
    ("email", _("E-mail address")),
    ("number", _("Number")),
    ("date", _("Day")),
    ("radio", _("Choose one")),
    ("checkboxes", _("Choose any")),
    ("dropdown", _("Choose one from a long list")),
    ("checkbox", _("A box to tick")),
]
IDENTIFYING = {"email"}


class Purpose(models.TextChoices):
    CONTACT = "CONTACT", _("Contact")
    FEEDBACK = "FEEDBACK", _("Feedback")
    SIGN_UP = "SIGN_UP", _("Signing up for an event")
    EVALUATION = "EVALUATION", _("Evaluation")


class FormPageForm(WagtailAdminFormPageForm):
    """The editor's form for a form."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        rows = [row.cleaned_data for row in self.formsets["form_fields"].forms if row.is_valid()]
        kinds = {row.get("field_type") for row in rows if not row.get("DELETE")}
        if cleaned.get("is_anonymous") and kinds & IDENTIFYING:
            words = _("An anonymous form cannot ask for an e-mail address. Take that question out first.")
            self.add_error("is_anonymous", words)
        return cleaned


class FormPage(AbstractForm, SitePage):
    """A form. It keeps no network address, mails nothing, and deletes each answer after its own number of days."""

    base_form_class = FormPageForm
    form_builder = PublicFormBuilder
    landing_page_template = "pages/form_page_sent.html"

    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose.choices, default=Purpose.CONTACT)
    intro = models.TextField(_("introduction"), max_length=400, blank=True)
    is_anonymous = models.BooleanField(
        _("anonymous"),
        default=False,
        help_text=_("It asks for no e-mail address, and of each answer only the day is kept, not the time."),
    )
    keep_days = models.PositiveSmallIntegerField(
        _("days until an answer is deleted"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text=_("As few as your work with the answers needs. People read this number above the form."),
    )
    button = models.CharField(_("words on the button"), max_length=40, blank=True, help_text=_("Empty: “Send”."))
    thanks_heading = models.CharField(_("heading of the thank-you page"), max_length=80, blank=True)
    thanks = RichTextField(_("text of the thank-you page"), features=TEXT, blank=True)

    search_fields = [*SitePage.search_fields, index.SearchField("intro")]
    content_panels = [
        *SitePage.content_panels,
        FieldRowPanel([FieldPanel("purpose"), FieldPanel("keep_days")]),
        FieldPanel("intro"),
        FieldPanel("is_anonymous"),
        InlinePanel("form_fields", label=_("question"), heading=_("Questions")),
        FieldPanel("button"),
        MultiFieldPanel([FieldPanel("thanks_heading"), FieldPanel("thanks")], heading=_("When it is sent")),
    ]
    parent_page_types = ["pages.HomePage", "pages.StandardPage", "pages.EventsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("form")

    def get_submission_class(self) -> type["FormAnswer"]:
        return FormAnswer

    def get_submissions_list_view_class(self) -> type:
        from pages.cms.answers import AnswersView

        return AnswersView

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """GET shows the form, or thanks after sending; POST keeps the answers and leads to the thanks."""
        response = self._take(request) if request.method == "POST" else self._show(request)
        response["Cache-Control"] = "no-store"
        return response

    def _show(self, request: HttpRequest) -> HttpResponse:
        if request.GET.get("sent") == "yes":
            return self.render_landing_page(request)
        return self._with(request, self.get_form(page=self))

    def _take(self, request: HttpRequest) -> HttpResponse:
        form = self.get_form(request.POST, page=self)
        if refused := limits.refusal_for(request):
            return self._with(request, form, status=refused, refused=refused)
        if not form.is_valid():
            return self._with(request, form, status=422)
        self.process_form_submission(form)
        return HttpResponseRedirect(f"{self.get_url(request)}?sent=yes")

    def _with(self, request: HttpRequest, form: PublicForm, *, status: int = 200, refused: int = 0) -> HttpResponse:
        context = self.get_context(request) | {"form": form, "refused": refused}
        return TemplateResponse(request, self.get_template(request), context, status=status)

    def process_form_submission(self, form: PublicForm) -> "FormAnswer":
        """One row, however often the same form is sent."""
        facts = {"page": self, "form_data": form.answers, "submit_time": self._moment()}
        return FormAnswer.objects.get_or_create(pk=answer_id(form.cleaned_data[TICKET]), defaults=facts)[0]

    def _moment(self) -> Any:
        """Now; on an anonymous form the day only, so that nobody can be recognised by when they wrote."""
        now = timezone.localtime()
        return now.replace(hour=0, minute=0, second=0, microsecond=0) if self.is_anonymous else now


class FormField(AbstractFormField):
    """One question of a form."""

    page = ParentalKey(FormPage, on_delete=models.CASCADE, related_name="form_fields")
    field_type = models.CharField(_("kind of answer"), max_length=16, choices=FIELD_TYPES)
    # Previews need it to build the question.
    field_type.required_on_save = True


class FormAnswer(AbstractFormSubmission):
    """What somebody wrote: the answers and a moment. Who it was is known only if they say so themselves."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    submit_time = models.DateTimeField(_("submit time"), db_index=True)

    class Meta(AbstractFormSubmission.Meta):
        permissions = [("export_formanswer", "Can take answers away as a file")]

    def __str__(self) -> str:
        return f"answer {self.pk}"
