"""The pieces editors build a page from. Each prints itself; none asks for colours or sizes."""

from .body import BodyBlock
from .choosing import AnswerBlock, ChoiceQuestionBlock, OutcomeBlock
from .layout import (
    AccordionBlock,
    CardsBlock,
    ContactCardBlock,
    FoldBlock,
    QuestionGroupBlock,
    QuotationBlock,
    StepsBlock,
)
from .media import DownloadBlock, FigureBlock, PictureBlock, VideoBlock
from .numbers import StatisticsBlock, TableBlock
from .office import PUBLIC_DOCUMENTS, DocumentBlock, DoorBlock, ExceptionBlock, KeptBlock, OfficeBlock
from .text import PLAIN, TEXT, NoticeBlock, QuestionBlock, StepBlock, TextBlock

__all__ = [
    "PLAIN",
    "PUBLIC_DOCUMENTS",
    "TEXT",
    "AccordionBlock",
    "AnswerBlock",
    "BodyBlock",
    "CardsBlock",
    "ChoiceQuestionBlock",
    "ContactCardBlock",
    "DocumentBlock",
    "DoorBlock",
    "DownloadBlock",
    "ExceptionBlock",
    "FigureBlock",
    "FoldBlock",
    "KeptBlock",
    "NoticeBlock",
    "OfficeBlock",
    "OutcomeBlock",
    "PictureBlock",
    "QuestionBlock",
    "QuestionGroupBlock",
    "QuotationBlock",
    "StatisticsBlock",
    "StepBlock",
    "StepsBlock",
    "TableBlock",
    "TextBlock",
    "VideoBlock",
]
