"""Views: each parses, calls doors, renders."""
