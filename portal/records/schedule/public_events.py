"""What brings people to the public site: campaigns, events, courses, and the forms that editors build."""

from .rules import CMS, STAFF, of

LINES = {
    **of("pages.Campaign", CMS, "id title audience goal code publish_on expire_on layout heading text call_to_action"),
    **of("pages.Campaign", CMS, "target_page step proofed facts_checked_at access_checked_at approved_at"),
    **of("pages.Campaign", STAFF, "owner facts_checked_by access_checked_by approved_by"),
}
