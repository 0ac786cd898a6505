"""What this room writes to people: one module a noun."""
