"""What Comptoir is fast at, measured beside its floors in the same run. Never a test."""
