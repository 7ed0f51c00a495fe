"""Every change to training: courses, offerings, enrolments, certifications."""
