"""The review: rules, dimensions and probes over one reading of a story."""
