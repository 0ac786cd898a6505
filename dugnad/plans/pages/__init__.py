"""A plan's pages: one module a noun."""
