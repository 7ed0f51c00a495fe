"""For whom something is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    EVERYBODY = "EVERYBODY", _("Everybody")
    STUDENTS = "STUDENTS", _("Students")
    FACULTY = "FACULTY", _("Faculty")
    STAFF = "STAFF", _("Staff")
    POSTDOCS = "POSTDOCS", _("Postdocs")
