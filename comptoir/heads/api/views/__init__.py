"""What the API does, one file per noun: each view parses, calls doors, answers."""
