"""What kinds of files there are, and how each is told by its content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import packages, pictures, plain

Look = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Kind:
    """`look` refuses content that is something else, and returns the bytes to keep."""

    extension: str
    content_type: str
    look: Look


_OFFICE = "application/vnd.openxmlformats-officedocument."
PDF = Kind("pdf", "application/pdf", plain.look_at_pdf)
DOCX = Kind("docx", f"{_OFFICE}wordprocessingml.document", packages.look_for("word/document.xml"))
PPTX = Kind("pptx", f"{_OFFICE}presentationml.presentation", packages.look_for("ppt/presentation.xml"))
XLSX = Kind("xlsx", f"{_OFFICE}spreadsheetml.sheet", packages.look_for("xl/workbook.xml"))
PNG = Kind("png", "image/png", pictures.look_for("PNG"))
JPG = Kind("jpg", "image/jpeg", pictures.look_for("JPEG"))
JPEG = Kind("jpeg", "image/jpeg", pictures.look_for("JPEG"))
TXT = Kind("txt", "text/plain; charset=utf-8", plain.look_at_text)
CSV = Kind("csv", "text/csv; charset=utf-8", plain.look_at_text)

DOCUMENTS = {one.extension: one for one in (PDF, DOCX, PPTX, XLSX, PNG, JPG, JPEG, TXT, CSV)}
SHEETS = {one.extension: one for one in (XLSX, CSV)}
