"""From statements to claims, derivations and drifts."""
