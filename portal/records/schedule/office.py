"""What the office says about itself, and what is left when everything else is gone."""

from .rules import CODED, SETTING, STAFF, TEXT, How, Rule, of

RECEIPT = Rule(How.KEPT, "proves that something was destroyed, and says nothing of what it was")
WORK = Rule(How.KEPT, "work of the office that names nobody; whoever writes is told so")
VERSION = "id programme language version title body status written_by written_at approved_by approved_at kind"
CODES = (
    "id term programme asks_for process came_by referral campaign ending stage outcome change reached resources_shared"
    " form crowd parties sessions"
)

LINES = {
    **of("portal.Office", SETTING, "id name institution phone phone_tel email address weekly_hours closed_days"),
    **of("portal.Office", SETTING, "after_hours emergency_numbers independent_contact units exit_url mail_sender"),
    **of("portal.Programme", SETTING, "id code name conducts destroys_at_close keeps_final_agreement"),
    **of("portal.Programme", SETTING, "weighted_criteria hold_minors same_unit_excluded reply_hours target_days"),
    **of("portal.Programme", SETTING, "answer_days contact_attempts_cap booking_horizon_days idle_days"),
    **of("portal.Programme", SETTING, "idle_grace_days formal_in_parallel external_neutrals retention_years"),
    **of("portal.Programme", SETTING, "notice_before_consent tracks_allegations cosigns_allegations staff_reach_out"),
    **of("portal.Programme", SETTING, "one_neutral_is_enough"),
    **of("portal.Room", SETTING, "id name seats is_active"),
    **of("portal.RubricVersion", TEXT, "id programme version status reason suitable_from safeguards_from"),
    **of("portal.RubricVersion", TEXT, "answered_from edition written_by written_at approved_by approved_at"),
    **of("portal.RubricStop", TEXT, "id rubric code position words hint is_retired effects"),
    **of("portal.RubricCriterion", TEXT, "id rubric code position words hint is_retired weights per_person low_means"),
    **of("portal.RubricCriterion", TEXT, "safeguards"),
    **of("portal.Notice", TEXT, f"{VERSION} process"),
    **of("portal.Procedure", TEXT, f"{VERSION} process phase".replace(" kind", "")),
    **of("portal.Policy", TEXT, f"{VERSION} slug owner address review_on laws kinds".replace(" kind ", " ")),
    **of("portal.DocumentTemplate", TEXT, VERSION),
    **of("portal.WorkPiece", WORK, "id programme kind title words intern supervisor due_on status given_at handed_in"),
    **of("portal.WorkPiece", WORK, "handed_in_at answer decided_by decided_at"),
    **of("portal.Pledge", STAFF, "id user programme notice signed_name signed_at trained_on trained_by"),
    **of("portal.InformationTally", CODED, "id programme term came_by asks_for count"),
    **of("portal.Statistic", CODED, f"{CODES} session_minutes days_to_reply days_to_session"),
    **of("portal.WaitingStatistic", CODED, f"{CODES} session_minutes days_to_reply days_to_session"),
    **of("portal.PublishedFigures", CODED, "id programme tables published_at"),
    **of("portal.PublishedFigures", STAFF, "published_by"),
    **of("portal.Receipt", RECEIPT, "id programme destroyed_on beyond_recovery_on"),
}
