"""STIX 2.1 for OpenCTI, MISP and the like: who said what, and what others hold of it."""

from sayso.export.stix.bundle import write_stix

__all__ = ["write_stix"]
