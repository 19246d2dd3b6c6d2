"""The figures of a text, read exactly: each with its unit, its limits, what it measures and its pair."""
