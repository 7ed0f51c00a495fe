"""Forms that editors build: what a visitor sees, and what protects them and us."""
