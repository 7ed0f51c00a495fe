"""Going on in another language, with what is typed so far."""

from django.http import HttpRequest


def is_read_in_another_language(request: HttpRequest) -> bool:
    """Whether the button was that of the language switcher: the page is shown again, and nothing is checked or kept."""
    return "read_in" in request.POST
