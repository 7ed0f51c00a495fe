"""What the forms of training have in common."""

from __future__ import annotations

from django import forms


def long_text() -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 4})
