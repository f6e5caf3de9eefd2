"""The catalogue's rules: arguments in, values out; no clock, no database."""
