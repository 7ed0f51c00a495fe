"""Requests, conversations, screening."""

from .rules import ROW, SEALED, after_days, of

DRAFT = after_days(0, "expires_at", "a request on its way: only the visitor's own browser can open it")

LINES = {
    **of("portal.Allegation", SEALED, "harmed named what when where policy formal_complaint"),
    **of("portal.Allegation", ROW, "id vault_key matter number law basis harmed_is named_is formal_since"),
    **of("portal.Allegation", ROW, "formal_paused_on barred_on added_by added_at"),
    **of("portal.Weighing", SEALED, "answers"),
    **of("portal.Weighing", ROW, "id vault_key matter allegation rubric bands weighed_by weighed_at"),
    **of("portal.AllegationRoute", SEALED, "reason signer_words"),
    **of("portal.AllegationRoute", ROW, "id vault_key allegation way standing decided_by decided_at signed_by"),
    **of("portal.AllegationRoute", ROW, "signed_at"),
    **of("portal.Draft", DRAFT, "id sealed expires_at"),
    **of("portal.Request", SEALED, "name contact about story tried hope soon others connection needs"),
    **of("portal.Request", SEALED, "keep_from minor_rule sent_by"),
    **of("portal.Request", ROW, "id vault_key reference matter programme case status ending asks_for came_by referral"),
    **of("portal.Request", ROW, "campaign constituency unit safe_way is_minor minor_cleared_at minor_cleared_by entry"),
    **of("portal.Request", ROW, "assigned_to logged_by submission first_contact_at reply_due_on first_reply_at"),
    **of("portal.Request", ROW, "ended_at door"),
    **of("portal.Message", SEALED, "body"),
    **of("portal.Message", ROW, "id vault_key entry direction author channel sent_at read_at"),
    **of("portal.Screening", SEALED, "refer_to reason override own_words conversation answers reader_words"),
    **of("portal.Screening", ROW, "id vault_key matter rubric occasion standing decision process band alternatives"),
    **of("portal.Screening", ROW, "talked_on decided_by decided_at reader read_by read_at"),
    **of("portal.ScreenAgain", SEALED, "words"),
    **of("portal.ScreenAgain", ROW, "id vault_key matter trigger asked_by asked_at settled_by settled_at"),
    **of("portal.JoinPermission", ROW, "id vault_key request yes channel recorded_by given_at"),
    **of("portal.Joining", SEALED, "brought"),
    **of("portal.Joining", ROW, "id vault_key matter request step other_key joined_by joined_at"),
    **of("portal.MoveOffer", ROW, "id vault_key matter request participant answer asked_for offered_by offered_at"),
    **of("portal.MoveOffer", ROW, "channel recorded_by answered_at"),
}
