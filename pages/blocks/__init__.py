"""The pieces editors build a page from. Each prints itself; none asks for colours or sizes."""

from .body import BodyBlock
from .office import PUBLIC_DOCUMENTS, DocumentBlock, ExceptionBlock, OfficeBlock
from .text import PLAIN, TEXT, NoticeBlock, QuestionBlock, StepBlock, TextBlock

__all__ = [
    "PLAIN",
    "PUBLIC_DOCUMENTS",
    "TEXT",
    "BodyBlock",
    "DocumentBlock",
    "ExceptionBlock",
    "NoticeBlock",
    "OfficeBlock",
    "QuestionBlock",
    "StepBlock",
    "TextBlock",
]
