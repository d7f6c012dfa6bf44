"""A report's words read by the encoder, once for every step that needs its states."""
