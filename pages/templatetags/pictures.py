"""`{% photo image %}`: a picture in the formats and sizes that fit the reader's screen."""

from django import template

from pages.pictures import picture

register = template.Library()

COLUMN = "(min-width: 40rem) 38rem, 100vw"


@register.simple_tag
def photo(image, shape="whole", sizes=COLUMN, first=False):
    """Print the picture; nothing when there is none. `first=True` for what is seen without scrolling."""
    if not image:
        return ""
    loading = {"fetchpriority": "high"} if first else {"loading": "lazy", "decoding": "async"}
    return picture(image, shape, sizes=sizes, **loading)
