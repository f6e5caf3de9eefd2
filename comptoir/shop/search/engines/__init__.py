"""The engines of search, one file each; `port.py` says what they promise."""
