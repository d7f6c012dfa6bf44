"""Written cases of what statements mean: factuality, realis, stances, by kind, against their floors."""
