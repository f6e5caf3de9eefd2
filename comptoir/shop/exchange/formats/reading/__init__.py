"""Reading files that nobody vouches for: opening, decoding, cutting into rows, each within bounds."""
