"""Rows to Parquet tables, and what describes them. Import the modules themselves: pyarrow is loaded only where it is used."""
