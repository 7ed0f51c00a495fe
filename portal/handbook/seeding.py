"""The first texts of the office, in use from the start. Only for texts that have no version at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from portal.documents.actions import check_merge_fields
from portal.documents.models import DocumentTemplate
from portal.documents.statuses import DocumentKind, VersionStatus
from portal.documents.versions import VersionedText
from portal.programmes.models import Programme

from .models import Notice, Procedure
from .statuses import NoticeKind, Phase
from .steps import check_steps
from .words import check_words

NOTICES = Path(__file__).with_name("texts")
PROCEDURES = NOTICES.with_name("procedures")
DOCUMENTS = NOTICES.parent.parent / "documents" / "texts"
# A programme that keeps its records must say so: a kind of text found here replaces the usual ones of that kind.
KEPT = "kept_texts"


@transaction.atomic
def seed_texts(programme: Programme) -> int:
    """Put every text of ours into use that the programme does not have yet; how many that were."""
    return _put_first(programme, _first_texts(programme))


@transaction.atomic
def draft_texts(programme: Programme) -> int:
    """The same texts as drafts: for a programme that somebody sets up, who then reads and approves each of them."""
    return _put_first(programme, _first_texts(programme), in_use=False)


def _first_texts(programme: Programme) -> Iterator[tuple[VersionedText, Callable]]:
    for kind, process, title, body in _texts_for(programme, NOTICES, NoticeKind):
        yield Notice(programme=programme, kind=kind, process=process, title=title, body=body), check_words
    for kind, _process, title, body in _texts_for(programme, DOCUMENTS, DocumentKind):
        yield DocumentTemplate(programme=programme, kind=kind, title=title, body=body), check_merge_fields
    for phase, process, title, body in _texts_for(programme, PROCEDURES, Phase, own="kept_procedures"):
        procedure = Procedure(programme=programme, phase=phase, process=process, title=title, body=body)
        yield procedure, lambda text: check_steps(text.body)


@transaction.atomic
def seed_translations(programme: Programme) -> int:
    """The same for what a visitor reads in another language before there is a case; in folders named by language."""
    return _put_first(programme, _translations(programme))


def _translations(programme: Programme) -> Iterator[tuple[VersionedText, Callable]]:
    for folder in (path for path in NOTICES.iterdir() if path.is_dir()):
        for kind, process, title, body in _texts_in(folder, programme):
            facts = {"kind": kind, "process": process, "title": title, "body": body, "language": folder.name}
            yield Notice(programme=programme, **facts), check_words


def _put_first(programme: Programme, texts: Iterable[tuple[VersionedText, Callable]], *, in_use: bool = True) -> int:
    """Those that the programme has no version of. The database itself sees to it that each is there once."""
    new: dict[type[VersionedText], list[VersionedText]] = {}
    known: dict[type[VersionedText], set[tuple]] = {
        model: _keys_of(model, programme) for model in (Notice, DocumentTemplate, Procedure)
    }
    for text, check in texts:
        if _key_of(text) in known[type(text)]:
            continue
        check(text)
        text.version = 1
        if in_use:
            text.status, text.approved_at = VersionStatus.APPROVED, timezone.now()
        text.clean_fields(exclude=["programme"])
        new.setdefault(type(text), []).append(text)
    return sum(len(model._default_manager.bulk_create(rows)) for model, rows in new.items())


def _key_of(text: VersionedText) -> tuple:
    return tuple(text.programme_id if name == "programme" else getattr(text, name) for name in text.KEY)


def _keys_of(model: type[VersionedText], programme: Programme) -> set[tuple]:
    return set(model._default_manager.filter(programme=programme).values_list(*model.KEY))


def _texts_for(programme: Programme, folder: Path, kinds: type, own: str = KEPT) -> list[tuple[str, str, str, str]]:
    usual = list(_texts(folder, kinds))
    if programme.destroys_at_close:
        return usual
    instead = list(_texts(folder.with_name(own), kinds))
    replaced = {kind for kind, *_words in instead}
    return [text for text in usual if text[0] not in replaced] + instead


def _texts_in(folder: Path, programme: Programme) -> list[tuple[str, str, str, str]]:
    """One language's texts. What has words of its own in English never speaks those of the other programme."""
    usual = list(_texts(folder, NoticeKind))
    if programme.destroys_at_close:
        return usual
    own = folder.parent.with_name(KEPT)
    replaced = {kind for kind, *_words in _texts(own, NoticeKind)}
    return [text for text in usual if text[0] not in replaced] + list(_texts(own / folder.name, NoticeKind))


def _texts(folder: Path, kinds: type) -> Iterator[tuple[str, str, str, str]]:
    """(kind, process, title, body) of each file: "confidentiality.mediation.txt" starts with "# " and its title."""
    for path in sorted(folder.glob("*.txt")):
        kind, _dot, process = path.stem.partition(".")
        heading, _newline, body = path.read_text().partition("\n")
        title = heading.removeprefix("# ").strip()
        yield kinds(kind.replace("-", "_").upper()), process.upper(), title, body.strip()
