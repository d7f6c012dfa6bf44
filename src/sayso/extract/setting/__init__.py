"""Each statement's own time, place and quantities."""
