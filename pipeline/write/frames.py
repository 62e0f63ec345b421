"""Tables as pandas DataFrames, for notebooks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.schema import TABLES
from pipeline.write.columns import columns

if TYPE_CHECKING:
    import pandas as pd


class Tables(Mapping[str, "pd.DataFrame"]):
    """The tables by name, as items (`tables["visits"]`) or attributes (`tables.visits`); each is read when first asked for.

    Days are datetime64, whole numbers that may be missing Int64, lists Python lists. `describe("visits")` says what its columns mean.
    """

    def __init__(self, read: Callable[[str], pa.Table], where: str) -> None:
        self._read = read
        self._where = where
        self._frames: dict[str, pd.DataFrame] = {}

    def __getitem__(self, table: str) -> pd.DataFrame:
        if table not in TABLES:
            raise KeyError(f"no table {table!r}; there are {', '.join(TABLES)}")
        if table not in self._frames:
            self._frames[table] = _frame(table, self._read(table))
        return self._frames[table]

    def __getattr__(self, table: str) -> pd.DataFrame:
        if table.startswith("_") or table not in TABLES:
            raise AttributeError(f"no table {table!r}; there are {', '.join(TABLES)}")
        return self[table]

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *TABLES]

    def __repr__(self) -> str:
        return f"<tables of {self._where}: " + ", ".join(f"{table} {len(self[table]):,}" for table in TABLES) + ">"

    def describe(self, table: str) -> pd.DataFrame:
        """The columns of a table: type, whether null occurs, unit, meaning, allowed values."""
        import pandas as pd

        said = [(column.name, column.kind, column.nullable, column.unit, column.meaning, list(column.values)) for column in columns(table)]
        return pd.DataFrame(said, columns=["column", "type", "nullable", "unit", "meaning", "values"]).set_index("column")


def load(path: Path) -> Tables:
    """The tables that `pipeline extract` wrote to a folder. FileNotFoundError where there are none."""
    missing = [table for table in TABLES if not (path / f"{table}.parquet").is_file()]
    if missing:
        raise FileNotFoundError(f"{path} holds no {missing[0]}.parquet; write the tables with `pipeline extract RAW --out {path}`")
    return Tables(lambda table: pq.ParquetFile(path / f"{table}.parquet").read(), str(path))


def _frame(table: str, rows: pa.Table) -> pd.DataFrame:
    import pandas as pd

    frame: pd.DataFrame = rows.to_pandas(date_as_object=False)
    for column in columns(table):
        if column.kind == "integer" and column.nullable:
            frame[column.name] = rows.column(column.name).to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
        elif column.kind == "list":
            frame[column.name] = pd.Series(rows.column(column.name).to_pylist(), dtype=object)
    return frame
