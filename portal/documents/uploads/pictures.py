"""Pictures. They are painted anew: what a camera wrote into them, and whatever hangs on behind, does not come along."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from .refusing import UploadRefused

MOST_PIXELS = 40_000_000
MOST_FRAMES = 1


def look_for(kind: str) -> Callable[[bytes], bytes]:
    """A look at one kind of picture, which no other kind passes."""

    def look(content: bytes) -> bytes:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                # Only this decoder: the others never see the bytes.
                picture = Image.open(io.BytesIO(content), formats=[kind])
                _refuse_large(picture)
                picture.load()
        except UploadRefused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise UploadRefused(_("This picture has more than 40 million dots. Please make it smaller.")) from error
        # Whatever a decoder says about bytes that somebody made up.
        except Exception as error:
            raise UploadRefused(_("This picture cannot be opened.")) from error
        return _painted_anew(picture, kind)

    return look


def _refuse_large(picture: Image.Image) -> None:
    """By its own first words, before a single pixel is unpacked."""
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise UploadRefused(_("This picture has more than 40 million dots. Please make it smaller."))
    if getattr(picture, "n_frames", 1) > MOST_FRAMES:
        raise UploadRefused(_("Moving pictures are not taken."))


def _painted_anew(picture: Image.Image, kind: str) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    plain = upright.convert("RGB") if kind == "JPEG" else upright.convert("RGBA")
    plain.info = {}
    anew = io.BytesIO()
    plain.save(anew, kind, **({"quality": 90} if kind == "JPEG" else {"optimize": False}))
    return anew.getvalue()
