"""The opinion map: numbers in, groups out, without Django.

Built in a later step. Not for collecting votes (voices)."""
