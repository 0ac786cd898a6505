"""The kit: verdicts, findings, dates, money, words, colours. No models, at most ten files.

Not a drawer: what belongs to one room lives there."""
