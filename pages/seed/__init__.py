"""The words of the demo site. Editors change them in the CMS; nothing reads them again."""
