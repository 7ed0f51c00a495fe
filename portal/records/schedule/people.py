"""Staff, neutrals, personal codes."""

from .rules import ROW, SEALED, STAFF, How, Rule, after_days, of

SIGN_IN = after_days(30, "last_seen_at", "to see and end sign-ins, and to look into one that was not theirs")
INVITED = after_days(30, "expires_at", "to enrol, and to see that somebody did not")
VISIT = after_days(1, "last_seen_at", "one visit of a participant")
MEMBERSHIP = Rule(How.WITH_PARENT, "which texts an editor may change; set by the portal")

LINES = {
    **of("portal.User", STAFF, "id password last_login is_superuser email first_name last_name unit job_title phone"),
    **of("portal.User", STAFF, "away_until cover is_active joined_at"),
    **of("portal.User_groups", MEMBERSHIP, "id user group"),
    **of("portal.User_user_permissions", MEMBERSHIP, "id user permission"),
    **of("portal.RoleGrant", STAFF, "id user role programme starts_on ends_on interest granted_by granted_at"),
    **of("portal.RoleGrant", STAFF, "ended_at ended_by is_acting"),
    **of("portal.StaffSession", SIGN_IN, "id user session_key started_at last_seen_at stepped_up_at ended_at"),
    **of("portal.StaffSession", SIGN_IN, "confined_to confined_until"),
    **of("portal.AccountInvitation", INVITED, "id user purpose token_hash created_by created_at expires_at used_at"),
    **of("portal.NeutralProfile", STAFF, "id user about pronouns languages tier privilege_route terms_signed_on"),
    **of("portal.NeutralProfile", STAFF, "cases_at_once cases_a_month is_external is_active added_by added_at"),
    **of("portal.Credential", STAFF, "id neutral skill granted_on expires_on hours evidence granted_by granted_at"),
    **of("portal.Credential", STAFF, "revoked_at revoked_by revoked_reason"),
    **of("portal.Background", STAFF, "id person kind title place years seen_on seen_by added_by added_at"),
    **of("portal.WeeklyHours", STAFF, "id neutral weekday starts ends"),
    **of("portal.StandingTie", STAFF, "id neutral kind unit person added_by added_at"),
    **of("portal.SavedView", STAFF, "id owner filters saved_at"),
    **of("portal.Pass", SEALED, "phrase"),
    **of("portal.Pass", ROW, "id vault_key code_hash issued_at expires_at revoked_at"),
    **of("portal.Invitation", ROW, "id vault_key code_hash created_at expires_at used_at revoked_at"),
    **of("portal.PassSession", VISIT, "id entry secret_hash created_at last_seen_at"),
}
