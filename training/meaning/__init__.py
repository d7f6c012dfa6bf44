"""Vectors of contents, learnt from groups of statements that are the same claim."""
