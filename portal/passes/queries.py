from portal.programmes.models import Office

NEUTRAL_ADDRESS = "https://example.org/"


def exit_address() -> str:
    """Where “Exit this page” leads; it works before the office has said so."""
    return Office.objects.values_list("exit_url", flat=True).first() or NEUTRAL_ADDRESS
