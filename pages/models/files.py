"""Pictures and documents that editors upload."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from pages.tasks import cut_picture
from pages.uploads import check_document


class SiteImage(AbstractImage):
    """A picture. It says what can be seen on it, or that nobody misses anything who cannot see it."""

    is_decorative = models.BooleanField(
        _("it is only decoration"),
        default=False,
        help_text=_("Somebody who cannot see it misses nothing. It then needs no description."),
    )
    credit = models.CharField(
        _("who made it"), max_length=120, blank=True, help_text=_("Printed small beneath the picture.")
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_decorative=True) | ~models.Q(description=""),
                name="picture_is_described_or_decorative",
            )
        ]

    def clean(self):
        super().clean()
        if not self.description and not self.is_decorative:
            words = _("Say in one sentence what can be seen, or tick “It is only decoration”.")
            raise ValidationError({"description": words})

    def save(self, *args, **kwargs):
        is_new = self.file and not self.file._committed
        super().save(*args, **kwargs)
        if is_new:
            transaction.on_commit(lambda: cut_picture.enqueue(self.pk))

    @property
    def default_alt_text(self):
        return "" if self.is_decorative else self.description


class SiteRendition(AbstractRendition):
    """A picture cut to size."""

    image = models.ForeignKey(SiteImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="a_picture_is_cut_once_for_each_size"
            )
        ]


class SiteDocument(AbstractDocument):
    """A file to take home: a worksheet, a leaflet, a video with its captions."""

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def clean(self):
        super().clean()
        # Only what is being uploaded now: what is stored was looked at when it came.
        if self.file and not self.file._committed:
            try:
                check_document(self.file.file, self.file.name)
            except ValidationError as refused:
                raise ValidationError({"file": refused}) from refused
