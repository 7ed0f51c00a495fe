"""The screens of staff and neutrals."""
