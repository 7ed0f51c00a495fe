"""Rows of a table with the heading of each cell beside it, for phones, where a row becomes a card."""

from django import template

register = template.Library()


@register.filter
def labelled(table):
    headings = [column["heading"] for column in table.columns]
    return [list(zip(headings, row, strict=True)) for row in table.rows]
