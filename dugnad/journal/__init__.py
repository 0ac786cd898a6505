"""The journal: what happened, by whom, when, chained by hash so that it cannot be rewritten.

Not for deciding what may happen: that is each room's rules."""
