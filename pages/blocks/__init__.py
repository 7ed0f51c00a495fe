"""The pieces editors build a page from. Each prints itself; none asks for colours or sizes."""

from .body import BodyBlock
from .layout import AccordionBlock, CardsBlock, ContactCardBlock, FoldBlock, QuotationBlock, StepsBlock
from .media import DownloadBlock, FigureBlock, PictureBlock, VideoBlock
from .numbers import StatisticsBlock, TableBlock
from .office import PUBLIC_DOCUMENTS, DocumentBlock, ExceptionBlock, OfficeBlock
from .text import PLAIN, TEXT, NoticeBlock, QuestionBlock, StepBlock, TextBlock

__all__ = [
    "PLAIN",
    "PUBLIC_DOCUMENTS",
    "TEXT",
    "AccordionBlock",
    "BodyBlock",
    "CardsBlock",
    "ContactCardBlock",
    "DocumentBlock",
    "DownloadBlock",
    "ExceptionBlock",
    "FigureBlock",
    "FoldBlock",
    "NoticeBlock",
    "OfficeBlock",
    "PictureBlock",
    "QuestionBlock",
    "QuotationBlock",
    "StatisticsBlock",
    "StepBlock",
    "StepsBlock",
    "TableBlock",
    "TextBlock",
    "VideoBlock",
]
