"""Pictures, videos and files to take home."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from pages.pictures import read_renditions

from .text import PLAIN

VIDEOS = (".mp4", ".webm")
CAPTIONS = (".vtt",)


def newest(model, *endings):
    """What a preview shows: the newest upload of this kind; None while there is none."""
    files = model.objects.order_by("-created_at")
    return next((file for file in files[:50] if not endings or PurePath(file.file.name).suffix in endings), None)


class PictureBlock(ImageBlock):
    """Wagtail's picture with its own words for those who cannot see it; all pictures of a page in two queries."""

    def bulk_to_python(self, values):
        return read_renditions(super().bulk_to_python(values))


class FigureBlock(blocks.StructBlock):
    image = PictureBlock(label=_("picture"))
    caption = blocks.CharBlock(max_length=200, required=False, label=_("caption"))

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "pages/blocks/figure.html"
        description = _("A picture with a caption. It says what can be seen, or that it is only decoration.")

    def get_preview_value(self):
        return self.normalize({"image": newest(get_image_model()), "caption": "A room for quiet talks."})


class DownloadBlock(blocks.StructBlock):
    file = DocumentChooserBlock(label=_("file"))
    words = blocks.CharBlock(max_length=120, label=_("what the link says"))
    note = blocks.CharBlock(max_length=200, required=False, label=_("what it is for"))

    class Meta:
        icon = "download"
        label = _("File to take home")
        template = "pages/blocks/download.html"
        description = _("A worksheet or leaflet. Its kind and size are printed beside it.")

    def get_preview_value(self):
        words = {"words": "Worksheet: before a hard talk", "note": "Two pages to fill in for yourself."}
        return self.normalize({"file": newest(get_document_model(), ".pdf"), **words})


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("title"))
    file = DocumentChooserBlock(label=_("video"), help_text=_("An MP4 or WebM file that was uploaded here."))
    captions = DocumentChooserBlock(
        label=_("captions"), help_text=_("A WebVTT file (.vtt) with all that is said and heard. No video goes without.")
    )
    poster = PictureBlock(required=False, label=_("picture before it starts"))
    transcript = blocks.RichTextBlock(
        features=[*PLAIN, "ul"], required=False, label=_("what is said, to read"), help_text=_("Folded beneath it.")
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "pages/blocks/video.html"
        description = _("A video from this site, with captions. Nothing is loaded from other companies.")

    def get_preview_value(self):
        model = get_document_model()
        files = {"file": newest(model, *VIDEOS), "captions": newest(model, *CAPTIONS)}
        return self.normalize({"title": "What happens in mediation", "transcript": "<p>Hello.</p>", **files})

    def clean(self, value):
        value = super().clean(value)
        wrong = {}
        if value["file"] and not value["file"].filename.lower().endswith(VIDEOS):
            wrong["file"] = ValidationError(_("This is not a video. Choose an MP4 or WebM file."))
        if value["captions"] and not value["captions"].filename.lower().endswith(CAPTIONS):
            wrong["captions"] = ValidationError(_("These are not captions. Choose a WebVTT file, which ends in .vtt."))
        if wrong:
            raise StructBlockValidationError(block_errors=wrong)
        return value
