"""What brings people to the public site: campaigns, events, courses, and the forms that editors build."""

from .public_site import page
from .rules import CMS, STAFF, How, Rule, of

ANSWER = Rule(
    How.BY_ITS_FORM, "what people wrote in a form that an editor built: 30 days unless the form says less or more"
)

LINES = {
    **page("EventsIndexPage", "intro nothing_coming"),
    **page(
        "EventPage",
        "kind intro audience place online_url capacity_note sign_up_page body is_cancelled starts_at ends_at",
    ),
    **of("pages.EventPage_topics", CMS, "id eventpage topic"),
    **of("pages.EventDate", CMS, "id sort_order page starts_at ends_at"),
    **page("TrainingIndexPage", "intro body"),
    **page("CoursePage", "course intro for_whom hours what_is_learned leads_to requirements body questions"),
    **page("FormPage", "purpose intro is_anonymous keep_days button thanks_heading thanks"),
    **of(
        "pages.FormField",
        CMS,
        "id sort_order page clean_name label help_text required field_type choices default_value",
    ),
    **of("pages.FormAnswer", ANSWER, "id page form_data submit_time"),
    **of("pages.Campaign", CMS, "id title audience goal code publish_on expire_on layout heading text call_to_action"),
    **of("pages.Campaign", CMS, "target_page step proofed facts_checked_at access_checked_at approved_at"),
    **of("pages.Campaign", STAFF, "owner facts_checked_by access_checked_by approved_by"),
}
