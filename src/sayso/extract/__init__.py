"""From a report to its statements: one module for each step."""
