"""Voices: what people say, and what became of it. Today: comments on a passage, advisers' notes.

Not for votes of bodies (processes), nor for the meeting itself (gatherings)."""
