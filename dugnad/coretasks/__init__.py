"""The core task of a unit, found together with the citizens it is for.

Built in a later step. Not for the methods themselves (gatherings)."""
