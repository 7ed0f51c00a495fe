"""What resources are about, and for whom they are written."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class Audience(models.TextChoices):
    STUDENTS = "STUDENTS", _("Students")
    STAFF = "STAFF", _("Staff")
    FACULTY = "FACULTY", _("Faculty")
    POSTDOCS = "POSTDOCS", _("Postdocs")


class Topic(models.Model):
    """A subject that people look for, in their words: “Roommates”, “Working in a lab”."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    slug = models.SlugField(_("name in addresses"), max_length=60, unique=True)

    panels = [FieldPanel("name"), FieldPanel("slug")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self):
        return self.name
