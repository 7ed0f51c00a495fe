"""What the forms of training have in common."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models


def long_text() -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 4})


def words(model: type[models.Model], name: str) -> dict[str, Any]:
    """The label and the hint of a model's field."""
    field = model._meta.get_field(name)
    return {"label": field.verbose_name[:1].upper() + field.verbose_name[1:], "help_text": field.help_text}
