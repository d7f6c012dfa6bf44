"""What kind of event: PLOVER and CAMEO codes with the roles."""
