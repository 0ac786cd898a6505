"""Peer gatherings: three municipalities, one theme, five hours.

Built in a later step. Not for gatherings inside one municipality (gatherings)."""
