"""From bytes to reports: one module for each input form."""
