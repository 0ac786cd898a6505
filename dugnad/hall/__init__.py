"""The front door: the frame of every page, home, search, the process's home, administration.

Here the tables that join rooms are written down (gate to rule, verb to notice).
Not for rules or data of its own: it only composes what the rooms below offer."""
