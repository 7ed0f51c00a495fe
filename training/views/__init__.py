"""The screens: enrolling is public, all else lies under the prefixes of the portal."""
