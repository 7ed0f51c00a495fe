"""The public pages, field by field; what the CMS itself keeps is in cms.py."""

from .rules import CMS, of

LINES = {
    **of("pages.HomePage", CMS, "page_ptr heading intro services_heading steps_heading steps notices"),
    **of("pages.ServicesIndexPage", CMS, "page_ptr intro body"),
    **of("pages.ServicePage", CMS, "page_ptr service intro card_text card_note ask_heading who_takes_part duration"),
    **of("pages.ServicePage", CMS, "what_it_is steps kept questions downloads"),
    **of("pages.StandardPage", CMS, "page_ptr intro body"),
}
