"""Put pictures, sheets and the video on the pages of the demo site. What an editor has changed stays as it is."""

from collections.abc import Callable
from pathlib import Path

from django.core.files.base import ContentFile
from wagtail.models import Page

from pages.kinds import ResourceKind
from pages.models import ResourcePage, ResourcesIndexPage, ServicePage, SiteDocument, SiteImage

from . import pictures
from .linking import with_topics

FOLDER = Path(__file__).with_name("media")


def show_everything(print_sheet: Callable[[ResourcePage], bytes]) -> None:
    """`print_sheet` is the press, which stands where this app does not reach."""
    for slug, name in pictures.ON_PAGES.items():
        give_picture(slug, name)
    for slug, (name, caption) in pictures.IN_TEXTS.items():
        open_with_figure(slug, name, caption)
    for page in ResourcePage.objects.live().filter(kind=ResourceKind.WORKSHEET):
        offer_sheet(page, print_sheet)
    show_video()


def picture(name: str) -> SiteImage:
    title, description = pictures.PICTURES[name]
    found = SiteImage.objects.filter(title=title).first()
    if found:
        return found
    file = ContentFile((FOLDER / f"{name}.webp").read_bytes(), name=f"{name}.webp")
    return SiteImage.objects.create(title=title, description=description, credit=pictures.CREDIT, file=file)


def document(title: str, name: str, content: bytes) -> SiteDocument:
    found = SiteDocument.objects.filter(title=title).first()
    return found or SiteDocument.objects.create(title=title, file=ContentFile(content, name=name))


def give_picture(slug: str, name: str) -> None:
    page = _page(slug)
    if page and page.picture is None:
        page.picture = picture(name)
        page.save_revision().publish()


def open_with_figure(slug: str, name: str, caption: str) -> None:
    page = _page(slug)
    if page and not _has(page, "figure"):
        page.body.insert(0, ("figure", {"image": picture(name), "caption": caption}))
        page.save_revision().publish()


def offer_sheet(page: ResourcePage, print_sheet: Callable[[ResourcePage], bytes]) -> None:
    if _has(page, "download"):
        return
    file = document(page.title, f"{page.slug}.pdf", print_sheet(page))
    page.body.append(("download", {"file": file, "words": pictures.SHEET_WORDS, "note": pictures.SHEET_NOTE}))
    page.save_revision().publish()


def show_video() -> None:
    index = ResourcesIndexPage.objects.order_by("path").first()
    if not index or ResourcePage.objects.filter(slug=pictures.VIDEO["slug"]).exists():
        return
    words = with_topics(pictures.VIDEO | {"after": pictures.VIDEO_AFTER})
    after = words.pop("after")
    page = ResourcePage(**{name: value for name, value in words.items() if name != "topics"}, body=[_video(), after])
    page.picture = picture(pictures.VIDEO_PICTURE)
    page.topics = words["topics"]
    index.add_child(instance=page)
    page.save_revision().publish()
    service = ServicePage.objects.filter(slug="mediation").first()
    if service and not service.related:
        service.related = [("page", page)]
        service.save_revision().publish()


def _video() -> tuple[str, dict]:
    files = {
        ending: document(
            f"{pictures.VIDEO_TITLE} ({kind})",
            f"{pictures.VIDEO_FILE}.{ending}",
            (FOLDER / f"{pictures.VIDEO_FILE}.{ending}").read_bytes(),
        )
        for ending, kind in (("mp4", "video"), ("vtt", "captions"))
    }
    facts = {
        "title": pictures.VIDEO_TITLE,
        "poster": picture(pictures.VIDEO_PICTURE),
        "transcript": pictures.VIDEO_TRANSCRIPT,
    }
    return ("video", facts | {"file": files["mp4"], "captions": files["vtt"]})


def _page(slug: str) -> Page | None:
    """The English page; its translation has a picture of its own when it is made."""
    page = Page.objects.live().filter(slug=slug, locale__language_code="en").first()
    return page.specific if page else None


def _has(page: Page, kind: str) -> bool:
    return any(block.block_type == kind for block in page.body)
