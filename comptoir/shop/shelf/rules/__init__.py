"""How a card and a sheet are made of what the rooms below know: pure, no clock, no database."""
