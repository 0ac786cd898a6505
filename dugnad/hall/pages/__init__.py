"""The front door's pages: front, administration, search, process home, public texts."""
