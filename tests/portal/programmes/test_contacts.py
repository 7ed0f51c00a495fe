import pytest
from django.core.exceptions import ValidationError

from portal.programmes.contacts import validate_contacts, validate_units


def test_a_contact_names_who_it_is_and_how_to_dial_it():
    validate_contacts([{"label": "Campus police", "phone": "617-555-0100", "tel": "+16175550100"}])
    validate_units([{"code": "ENG", "label": "School of Engineering"}])


@pytest.mark.parametrize(
    "contacts",
    [
        None,
        ["911"],
        [{"label": "Police", "phone": "911"}],
        [{"label": " ", "phone": "911", "tel": "911"}],
        [{"label": "Police", "phone": "911", "tel": "javascript:alert(1)"}],
        [{"label": "Police", "phone": 911, "tel": "911"}],
    ],
)
def test_a_wrong_contact_is_refused(contacts):
    with pytest.raises(ValidationError):
        validate_contacts(contacts)


def test_a_unit_code_is_short_and_plain():
    with pytest.raises(ValidationError):
        validate_units([{"code": "school of engineering", "label": "School of Engineering"}])
