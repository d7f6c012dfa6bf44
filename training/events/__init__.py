"""How the head is made that tells what somebody does to somebody: `python -m training.events`."""
