"""What every form of the portal has in common: plain words for errors, and links from the summary to the fields."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import Model
from django.http import HttpRequest, QueryDict
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


@dataclass(frozen=True)
class Problem:
    """One line of the error summary; `anchor` is the id of the field it leads to, or empty."""

    anchor: str
    text: str


class Shorter(MaxLengthValidator):
    """Says by how much something is too long, not only where the limit lies: nobody counts two thousand letters."""

    message = ngettext_lazy(
        "Please shorten this by %(over)s letter: at most %(limit)s fit.",
        "Please shorten this by %(over)s letters: at most %(limit)s fit.",
        "count",
    )

    @classmethod
    def instead_of(cls, check: Any) -> Any:
        """The same limit in our words; any other check as it is."""
        return cls(check.limit_value) if type(check) is MaxLengthValidator else check

    def __call__(self, value: Any) -> None:
        limit = self.limit_value() if callable(self.limit_value) else self.limit_value
        if (over := self.clean(value) - limit) > 0:
            written = {"over": _grouped(over), "limit": _grouped(limit)}
            raise ValidationError(self.message, code=self.code, params={"count": over, **written})


class KindForm(forms.Form):
    """A form for components/field.html and components/error_summary.html."""

    use_required_attribute = False  # the browser's own bubble is not read out everywhere, and is gone too soon
    wordings = {
        "required": _("Please answer this question."),
        "invalid_choice": _("Please choose one of the answers listed here."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.use_own_wordings()

    def use_own_wordings(self) -> None:
        """Say problems in our words; a form that adds fields afterwards calls it again."""
        for field in self.fields.values():
            # What is too long is said. A browser that knows the limit cuts off what somebody pastes, without a word.
            field.widget.attrs.pop("maxlength", None)
            field.validators = [Shorter.instead_of(check) for check in field.validators]
            for code, words in self.wordings.items():
                if field.error_messages.get(code) == _default_words(field, code):
                    field.error_messages[code] = words

    def as_typed(self) -> dict[str, Any]:
        """What was sent, unchecked: to show the same questions again without a complaint."""
        return {
            name: field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            for name, field in self.fields.items()
        }

    def errors_for_summary(self) -> list[Problem]:
        """Return every problem in the order of the questions, those of the whole form first."""
        problems = [Problem("", text) for text in self.non_field_errors()]
        for bound in self:
            lines = zip(bound.errors.as_data(), bound.errors, strict=True)
            problems += [Problem(_anchor(bound), self._in_summary(bound, text, error.code)) for error, text in lines]
        return problems

    def _in_summary(self, bound: forms.BoundField, text: str, code: str | None) -> str:
        """Name the question when the words beside it do not: seven times "please answer" helps nobody."""
        if code != Shorter.code and text not in {str(words) for words in self.wordings.values()}:
            return text
        label = str(bound.label)
        return f"{label} {text}" if label.endswith(("?", ".", ":")) else f"{label}: {text}"


def words_of(model: type[Model], name: str) -> dict[str, Any]:
    """The label and the hint of a model's field: `forms.CharField(**words_of(Office, "name"))`.

    Both stay lazy. A form is read when somebody asks for its page first, in whatever language that was.
    """
    field = model._meta.get_field(name)
    return {"label": capfirst(field.verbose_name), "help_text": field.help_text}


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, be it empty; None when nothing was, so that a form knows whether to complain."""
    return request.POST if request.method == "POST" else None


class RadiosWithHints(forms.RadioSelect):
    """Radio buttons with a small line under some of the answers: `hints={"EMAIL": _("…")}`."""

    def __init__(self, *args: Any, hints: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hints = hints or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "hint": self.hints.get(str(value), "")}


class CheckboxesWithHints(RadiosWithHints, forms.CheckboxSelectMultiple):
    """The same for questions with more than one answer."""


class DateField(forms.DateField):
    """A day, asked with the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _grouped(number: int) -> str:
    return number_format(number, force_grouping=True)


def _default_words(field: forms.Field, code: str) -> Any:
    for cls in type(field).__mro__:
        if code in getattr(cls, "default_error_messages", {}):
            return cls.default_error_messages[code]
    return None


def _anchor(bound: forms.BoundField) -> str:
    return f"{bound.auto_id}_0" if bound.use_fieldset else bound.id_for_label
