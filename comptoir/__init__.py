"""Comptoir: a commerce platform that keeps every promise made to the customer."""

__version__ = "0.1.0"
