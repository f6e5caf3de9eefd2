"""Pure rules of import and export: reading values, codes, texts, and the escape of formulas."""
