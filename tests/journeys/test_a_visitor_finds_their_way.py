import pytest


@pytest.mark.parametrize("phone", [False, True])
def test_a_wrong_address_is_answered_kindly_and_without_barriers(person, phone):
    visitor = person(phone=phone)

    response = visitor.open("/no-such-page/")

    assert response.status == 404
