"""The wiring: settings, addresses, server entry points, the command line and the one clock.

Not for anything a person would notice: pages, rules and words live in the rooms below."""
