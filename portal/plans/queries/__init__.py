"""What the screens of plans and agreements show, one module per subject."""

from .plans import board, fetch_promises, followed_matters, open_plan, people_with, plan_page, with_record
from .resolutions import (
    agreed_in,
    check_copy,
    is_whole,
    open_resolution_of,
    openings_of,
    resolution_page,
    with_agreed,
    with_resolution,
    with_signed_terms,
)

__all__ = [
    "agreed_in",
    "board",
    "check_copy",
    "fetch_promises",
    "followed_matters",
    "is_whole",
    "open_plan",
    "open_resolution_of",
    "openings_of",
    "people_with",
    "plan_page",
    "resolution_page",
    "with_agreed",
    "with_record",
    "with_resolution",
    "with_signed_terms",
]
