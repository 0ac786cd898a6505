"""People: persons, places, organisations, milieux, roles in a place, invitations, consent.

Not for roles in one process (processes)."""
