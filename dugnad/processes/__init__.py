"""Processes: blueprint, phases, gates, deadlines, bodies, meetings, decisions, documents.

Not for the content that is decided on (plans and the rooms beside it)."""
