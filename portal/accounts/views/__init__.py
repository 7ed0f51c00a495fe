"""Screens of signing in, of one's own account, and of the people of the office."""
