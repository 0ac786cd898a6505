"""Gatherings: when people met, which outcomes they reached, which milieux were there.

Not for what each of them said (voices)."""
