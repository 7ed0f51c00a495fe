"""Cases, from the invitation to the last session, and their destruction."""

from .rules import ROW, SEALED, How, Rule, of

RUN = Rule(How.WITH_PARENT, "a destruction that is under way; deleted by its last step")

LINES = {
    **of("portal.Matter", ROW, "id programme chain_id status first_contact_at last_activity_at idle_asked_at"),
    **of("portal.Tie", ROW, "id matter person answer source created_at"),
    **of("portal.Case", ROW, "id vault_key reference matter programme process status ending ended_from stop_reason"),
    **of("portal.Case", ROW, "coordinator unit opened_at invited_at answer_by pending_ending paused_at ended_at"),
    **of("portal.Case", ROW, "clock_paused_on clock_paused_days"),
    **of("portal.Participant", SEALED, "name contact needs"),
    **of("portal.Participant", ROW, "id vault_key case number role is_requester comes_with route invitation entry"),
    **of("portal.Participant", ROW, "willing asked_at answered_at rights_read_at more_time_asked_at left_at"),
    **of("portal.Participant", ROW, "created_at"),
    **of("portal.Consent", ROW, "id vault_key participant kind yes about round notice channel recorded_by given_at"),
    **of("portal.ContactAttempt", ROW, "id vault_key participant route result made_by made_at"),
    **of("portal.Assignment", ROW, "id case neutral is_lead asked_by asked_at tie answered_at accepted_at ended_at"),
    **of("portal.Assignment", ROW, "end_reason"),
    **of("portal.Note", SEALED, "body"),
    **of("portal.Note", ROW, "id vault_key matter author written_at"),
    **of("portal.Availability", SEALED, "free fits"),
    **of("portal.Availability", ROW, "id vault_key case participant neutral given_at recorded_by"),
    **of("portal.ProposedTime", ROW, "id case starts_at minutes proposed_by proposed_at"),
    **of("portal.Booking", SEALED, "place"),
    **of("portal.Booking", ROW, "id vault_key case status starts_at ends_at room sequence booked_by booked_at"),
    **of("portal.Booking", ROW, "cancelled_at"),
    **of("portal.Reservation", ROW, "id booking neutral room starts_at ends_at"),
    **of("portal.Agreement", SEALED, "values text"),
    **of("portal.Agreement", ROW, "id vault_key case version template sha256 made_at signing_opened_at replaced_at"),
    **of("portal.Signature", SEALED, "typed_name"),
    **of("portal.Signature", ROW, "id vault_key agreement participant neutral method agreed_to_electronic signed_at"),
    **of("portal.Signature", ROW, "recorded_by"),
    **of("portal.Session", ROW, "id vault_key case booking number status started_at started_by ended_at minutes"),
    **of("portal.Session", ROW, "outcome created_at"),
    **of("portal.Attendance", ROW, "id vault_key session participant neutral present noted_at"),
    **of("portal.Withdrawal", ROW, "id vault_key participant stage channel recorded_by withdrew_at"),
    **of("portal.Hold", SEALED, "reason"),
    **of("portal.Hold", ROW, "id vault_key matter kind placed_by placed_at released_by released_at"),
    **of("portal.OutsideCheck", ROW, "id vault_key matter item person confirmed_by confirmed_at"),
    **of("portal.PurgeRun", RUN, "id matter_id step values files started_at"),
}
