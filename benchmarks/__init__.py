"""Quality, speed and rivals: what is measured, and how; not tests."""
