"""The command line: parses, calls and prints. Data goes to standard output, everything else to standard error."""

from sayso.cli.app import main

__all__ = ["main"]
