"""An open test set of storylines: reports that retell each other, with what they say and how it travelled."""
