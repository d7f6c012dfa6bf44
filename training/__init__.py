"""How each shipped weight and table is made, from data to file, in one command each."""
