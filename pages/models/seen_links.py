from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SeenLink(models.Model):
    """When a person last opened an address of somebody else and found what the page promises. We call no other host."""

    url = models.CharField(_("address"), max_length=500, unique=True)
    seen_at = models.DateTimeField(_("seen"), default=timezone.now)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("link that was looked at")
        verbose_name_plural = _("links that were looked at")

    def __str__(self) -> str:
        return self.url
