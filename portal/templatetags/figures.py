"""Published figures for any page: `{% figures "outcome" as figures %}`."""

from django import template

from portal.reports.queries import PublicTable, published

register = template.Library()


@register.simple_tag
def figures(table: str, programme: str = "MEDIATION") -> PublicTable | None:
    """What the office has published of this table, small numbers hidden; None while there is nothing."""
    return published(programme, table) if table else None
