"""How the public pages are made: their checks, and what belongs to the whole site."""

from .rules import CMS, STAFF, after_days, of

GUESTS = after_days(1, "expires_at", "which draft a guest without an account may read, until the link is over")

LINES = {
    **of("pages.SeenLink", CMS, "id url seen_at"),
    **of("pages.SeenLink", STAFF, "seen_by"),
    **of("pages.PreviewLink", GUESTS, "id page revision token_hash made_by made_at expires_at revoked_at"),
    **of("pages.CheckTask", CMS, "task_ptr checklist"),
    **of("pages.CheckTask_groups", CMS, "id checktask group"),
    **of("pages.CheckState", CMS, "taskstate_ptr statements"),
    **of("pages.PublicSite", CMS, "id banners menu footer missing_heading missing_text"),
}
