"""Template words of a plan."""
