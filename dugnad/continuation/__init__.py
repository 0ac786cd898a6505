"""Carrying the work on when a programme ends: alternatives, business plan, unit, handover.

Built in a later step. Not for the programme itself (programmes)."""
