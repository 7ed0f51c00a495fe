"""What brings people to the public site: campaigns, events, courses, and the forms that editors build."""

from .public_site import page
from .rules import CMS, STAFF, of

LINES = {
    **page("EventsIndexPage", "intro nothing_coming"),
    **page("EventPage", "kind intro audience place online_url capacity_note body is_cancelled starts_at ends_at"),
    **of("pages.EventDate", CMS, "id sort_order page starts_at ends_at"),
    **of("pages.Campaign", CMS, "id title audience goal code publish_on expire_on layout heading text call_to_action"),
    **of("pages.Campaign", CMS, "target_page step proofed facts_checked_at access_checked_at approved_at"),
    **of("pages.Campaign", STAFF, "owner facts_checked_by access_checked_by approved_by"),
}
