"""What the middle of a page can be built from."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .layout import AccordionBlock, CardsBlock, ContactCardBlock, QuotationBlock, StepsBlock
from .media import DownloadBlock, FigureBlock, VideoBlock
from .numbers import StatisticsBlock, TableBlock
from .office import DocumentBlock, DoorBlock, ExceptionBlock, KeptBlock, OfficeBlock
from .text import NoticeBlock, QuestionBlock, TextBlock

WORDS, SEEN, GROUPED, OURS = _("Words"), _("To see and take home"), _("Grouped"), _("Kept by the office")


class BodyBlock(blocks.StreamBlock):
    text = TextBlock(group=WORDS)
    notice = NoticeBlock(group=WORDS)
    question = QuestionBlock(group=WORDS)
    quotation = QuotationBlock(group=WORDS)
    steps = StepsBlock(group=GROUPED)
    accordion = AccordionBlock(group=GROUPED)
    cards = CardsBlock(group=GROUPED)
    table = TableBlock(group=GROUPED)
    figure = FigureBlock(group=SEEN)
    video = VideoBlock(group=SEEN)
    download = DownloadBlock(group=SEEN)
    contact = ContactCardBlock(group=SEEN)
    document = DocumentBlock(group=OURS)
    office = OfficeBlock(group=OURS)
    exception = ExceptionBlock(group=OURS)
    kept = KeptBlock(group=OURS)
    door = DoorBlock(group=OURS)
    statistics = StatisticsBlock(group=OURS)

    class Meta:
        block_counts = {"office": {"max_num": 1}, "exception": {"max_num": 1}}
