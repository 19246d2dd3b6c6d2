"""What figures tell together, for any relation that asks: changes, levels, aims, parts, percentiles."""
