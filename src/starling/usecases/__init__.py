"""One function for each thing a person does; the answers are frozen values."""
