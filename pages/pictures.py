"""Pictures cut to the sizes that pages show, and read in one query however many a page has."""

from django.db.models import prefetch_related_objects
from wagtail.images.models import Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

# The largest first: its width and height are what the page makes room for. The small formats come first in the markup.
SHAPES = {
    "whole": ("width-1440", "width-960", "width-480"),
    "wide": ("fill-960x540", "fill-480x270"),
    "square": ("fill-480x480", "fill-160x160"),
}
FORMATS = ("avif", "webp")


def specs(shape):
    return [f"{size}|format-{kind}" for kind in FORMATS for size in SHAPES[shape]]


def cut_all(image):
    """Make what is missing of all its sizes."""
    get_renditions_or_not_found(image, [spec for shape in SHAPES for spec in specs(shape)])


def with_pictures(pages, relation):
    """A list of pages, each with its picture, and all their sizes in one query more."""
    return pages.select_related(relation).prefetch_related(f"{relation}__renditions")


def read_renditions(images):
    """Give each of these pictures all its sizes, in one query."""
    found = [image for image in images if image]
    prefetch_related_objects(found, "renditions")
    return images


def picture(image, shape, **attributes):
    """`<picture>` with every size that the original is large enough for, each width once."""
    cut = get_renditions_or_not_found(image, specs(shape))
    seen, kept = set(), {}
    for spec, rendition in cut.items():
        kind = spec.rpartition("-")[2]
        if (kind, rendition.width) not in seen:
            seen.add((kind, rendition.width))
            kept[spec] = rendition
    return Picture(kept, attributes)
