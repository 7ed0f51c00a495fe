"""Student interns: pieces of work without names, handed in and approved by whoever supervises them (C38)."""
