"""The machine's door: JSON API and open data.

Built in a later step; it will ask the same rules as the pages.
Not for business logic."""
