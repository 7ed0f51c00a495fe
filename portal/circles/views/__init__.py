"""Screens of a circle, for staff and for those who conduct it."""
