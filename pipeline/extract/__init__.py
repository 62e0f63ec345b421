"""From mentions to rows: one small file a table."""

from pipeline.extract.awards import awards
from pipeline.extract.common import Points
from pipeline.extract.initiatives import initiatives
from pipeline.extract.measures import measured
from pipeline.extract.pages import page, sentence_rows
from pipeline.extract.quantities import quantities
from pipeline.extract.staff import staff

__all__ = ["Points", "awards", "initiatives", "measured", "page", "quantities", "sentence_rows", "staff"]
