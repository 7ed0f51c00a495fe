"""What the middle of a page can be built from."""

from wagtail import blocks

from .office import DocumentBlock, ExceptionBlock, OfficeBlock
from .text import NoticeBlock, QuestionBlock, TextBlock


class BodyBlock(blocks.StreamBlock):
    text = TextBlock()
    notice = NoticeBlock()
    question = QuestionBlock()
    document = DocumentBlock()
    office = OfficeBlock()
    exception = ExceptionBlock()

    class Meta:
        block_counts = {"office": {"max_num": 1}, "exception": {"max_num": 1}}
