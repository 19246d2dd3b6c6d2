"""Vectors of sentences, from a model in a folder on this computer (port: Embedder)."""
