"""The second database."""

from .rules import How, Rule, of

KEY = Rule(How.WITH_MATTER, "opens a matter; destroying it is how a matter is destroyed")
TOKEN = Rule(How.WITH_PARENT, "finds a person by name or address; goes with the key")

LINES = {
    **of("keystore.DataKey", KEY, "id wrapped kek_id purpose created_at"),
    **of("keystore.Token", TOKEN, "id key subject kind digest"),
}
