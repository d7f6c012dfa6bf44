"""Who: mentions of actors and whom they stand for."""
