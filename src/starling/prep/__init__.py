"""What several use cases need of notes and of a prep folder, read once and kept."""
