"""What a person sees of a process: one module a noun, one function a verb."""
