"""Dumps of Chinese institutional news pages to tidy Parquet tables that one can cite."""

__version__ = "0.1.0"
