"""The shape of what people type into a plan: one module a noun."""
