"""Pictures that carry more than words: each an accessible SVG with its figures in a table.

One module per picture; each gives a Picture for screen (wide and narrow) and paper."""
