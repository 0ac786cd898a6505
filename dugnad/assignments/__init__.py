"""Parallel assignments: two to four teams, no winner, one report.

Built in a later step. Not for ranking anybody."""
