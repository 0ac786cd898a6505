"""Plans: development analysis, restructuring plan, goals, money, yearly action plan, and the check.

Not for carrying the plan out (programmes), nor for phases and decisions as such (processes)."""
