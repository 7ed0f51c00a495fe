"""Hours as people write them: 16, 33.5, 2.75."""

from django import template

register = template.Library()


@register.filter
def hours(number):
    """A number of hours in quarters, without noughts at its end: `{{ load.hours_ahead|hours }}`."""
    return f"{float(number):g}"
