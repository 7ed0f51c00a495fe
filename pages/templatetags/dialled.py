"""Addresses as people read them and as machines use them."""

import re

from django import template

register = template.Library()


@register.filter
def dialled(phone):
    """What a telephone dials: digits, and a plus at the start."""
    return re.sub(r"(?!^\+)\D", "", phone or "")


@register.filter
def without_scheme(address):
    return re.sub(r"^https?://", "", address or "").rstrip("/")
