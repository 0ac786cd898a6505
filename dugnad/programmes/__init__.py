"""Restructuring programmes: status, money, the yearly wheel, projects, results.

Built in a later step. Not for the plan they carry out (plans)."""
