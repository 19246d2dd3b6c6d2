"""The command line: one file for each command; it translates, calls once, shows."""
