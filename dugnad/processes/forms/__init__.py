"""The shape of what people type about a process: one module a noun."""
