"""What resources are about."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


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
