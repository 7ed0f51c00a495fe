"""The purge drill: a case lives its whole life over HTTP, is destroyed, and is then searched for everywhere."""
