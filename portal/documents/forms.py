"""Writing the next version of a text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import KindForm

from .versions import VersionedText


class TextForm(KindForm):
    """Title and words; `text` is the version to start from, None for a first one."""

    title = forms.CharField(max_length=160, label=_("Title"))
    body = forms.CharField(
        max_length=20_000,
        label=_("Text"),
        help_text=_("An empty line parts paragraphs. “## ” starts a heading, “- ” a point of a list."),
        widget=forms.Textarea(attrs={"rows": 24}),
    )

    def __init__(self, *args: Any, text: VersionedText | None = None, **kwargs: Any) -> None:
        if text is not None:
            kwargs.setdefault("initial", {"title": text.title, "body": text.body})
        super().__init__(*args, **kwargs)
