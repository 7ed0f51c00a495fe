"""Reading tables that people keep: .csv and .xlsx, a row at a time, whatever they did to them."""

from .reading import COLUMNS, MOST_ROWS, SheetRefused, SheetRow, rows_of

__all__ = ["COLUMNS", "MOST_ROWS", "SheetRefused", "SheetRow", "rows_of"]
