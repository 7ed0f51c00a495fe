"""For whom something is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    EVERYBODY = "EVERYBODY", _("Everybody")
    STUDENTS = "STUDENTS", _("Students")
    FACULTY = "FACULTY", _("Faculty")
    STAFF = "STAFF", _("Staff")
    POSTDOCS = "POSTDOCS", _("Postdocs")

    @classmethod
    def of_some(cls) -> list[tuple[str, str]]:
        """The choices that leave somebody out, as a list is narrowed by them."""
        return [choice for choice in cls.choices if choice[0] != cls.EVERYBODY]
