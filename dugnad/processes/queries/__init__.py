"""What is read of a process: one module a noun."""
