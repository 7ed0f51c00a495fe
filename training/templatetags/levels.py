"""What a level asks for, in words."""

from django import template

from training import asking

register = template.Library()
register.filter("in_words", asking.in_words)
