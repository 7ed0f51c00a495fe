"""The public pages, field by field; what the CMS itself keeps is in cms.py."""

from .rules import CMS, STAFF, Rule, of

# What every kind of page has.
PAGE = "page_ptr review_on social_image"
UPLOAD = "title created_at file file_size file_hash collection"
FOCUS = "focal_point_x focal_point_y focal_point_width focal_point_height"


def page(model: str, fields: str, *more: str) -> dict[str, Rule]:
    """The lines of one kind of page: page("pages.NewsPage", "published_on body")."""
    return of(f"pages.{model}", CMS, " ".join([PAGE, fields, *more]))


LINES = {
    **page("HomePage", "heading intro services_heading steps_heading steps notices"),
    **page("ServicesIndexPage", "intro body"),
    **page("ServicePage", "service intro card_text card_note ask_heading who_takes_part duration"),
    **of("pages.ServicePage", CMS, "what_it_is steps kept questions downloads related"),
    **page("ResourcesIndexPage", "intro"),
    **page("ResourcePage", "kind audience minutes intro picture body"),
    **of("pages.ResourcePage_topics", CMS, "id resourcepage topic"),
    **of("pages.Topic", CMS, "id name slug"),
    **page("NewsIndexPage", "intro"),
    **page("NewsPage", "published_on intro picture body"),
    **page("PeopleIndexPage", "intro"),
    **page("PersonPage", "group sort_name role pronouns languages picture about"),
    **page("FaqPage", "intro groups"),
    **page("ChooserPage", "intro questions outcomes"),
    **page("StandardPage", "intro body"),
    **of("pages.SiteImage", CMS, f"id {UPLOAD} {FOCUS} description is_decorative credit width height"),
    **of("pages.SiteRendition", CMS, "id image filter_spec file width height focal_point_key"),
    **of("pages.SiteDocument", CMS, f"id {UPLOAD}"),
    **of("pages.SiteImage", STAFF, "uploaded_by_user"),
    **of("pages.SiteDocument", STAFF, "uploaded_by_user"),
}
