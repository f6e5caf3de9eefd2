"""Pure rules of prices: what is in force when, tax, unit price, the lowest price of the days before."""
