"""The CMS's own tables, one line for each table."""

from .rules import CMS, SETTING, How, Rule, after_days

EDITING = after_days(1, "last_seen_at", "who is editing a page right now")
UNSAVED = after_days(30, "last_updated_at", "what an editor has not saved yet")
EMPTY = Rule(How.KEPT, "not used here: the table stays empty")
FORMS = after_days(365, "submit_time", "what people wrote in a form that an editor built")

PAGES = """
    Collection CollectionViewRestriction CollectionViewRestriction_groups Comment CommentReply GroupApprovalTask
    GroupApprovalTask_groups GroupCollectionPermission GroupPagePermission GroupSitePermission Locale ModelLogEntry
    Page PageLogEntry PageSubscription PageViewRestriction PageViewRestriction_groups ReferenceIndex Revision Site
    Task TaskState UploadedFile Workflow WorkflowContentType WorkflowPage WorkflowState WorkflowTask
"""

LINES = {
    **{f"wagtailcore.{model}.*": CMS for model in PAGES.split()},
    "wagtailcore.APIToken.*": EMPTY,
    "wagtailadmin.Admin.*": EMPTY,
    "wagtailadmin.EditingSession.*": EDITING,
    "wagtailadmin.FormState.*": UNSAVED,
    "wagtaildocs.Document.*": EMPTY,
    "wagtailembeds.Embed.*": CMS,
    "wagtailforms.FormSubmission.*": FORMS,
    "wagtailimages.Image.*": EMPTY,
    "wagtailimages.Rendition.*": EMPTY,
    "wagtailredirects.Redirect.*": CMS,
    "wagtailsearch.IndexEntry.*": CMS,
    "wagtailsearch.SQLiteFTSIndexEntry.*": CMS,
    "wagtailsearchpromotions.Query.*": CMS,
    "wagtailsearchpromotions.QueryDailyHits.*": EMPTY,
    "wagtailsearchpromotions.SearchPromotion.*": CMS,
    "wagtailusers.UserProfile.*": SETTING,
    # Only there to carry a permission.
    "simple_translation.SimpleTranslation.*": EMPTY,
    "taggit.Tag.*": CMS,
    "taggit.TaggedItem.*": CMS,
}
