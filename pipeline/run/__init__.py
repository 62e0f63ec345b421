"""Shards through an executor to the tables: receipts make an unchanged run a no-op, and a killed run goes on where it was."""

from pipeline.run.extract import Request, extract
from pipeline.run.problems import RunError
from pipeline.run.shares import share
from pipeline.run.summary import Summary

__all__ = ["Request", "RunError", "Summary", "extract", "share"]
