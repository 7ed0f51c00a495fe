"""How the public pages are made: their checks, and what belongs to the whole site."""

from .rules import CMS, of

LINES = {
    **of("pages.CheckTask", CMS, "task_ptr checklist"),
    **of("pages.CheckTask_groups", CMS, "id checktask group"),
    **of("pages.CheckState", CMS, "taskstate_ptr statements"),
    **of("pages.PublicSite", CMS, "id banners menu footer missing_heading missing_text"),
}
