"""From a path to pages: folders, files and archives, read as streams and never unpacked to disk."""

from pipeline.dumps.fingerprint import fingerprint
from pipeline.dumps.limits import Limits, Tally
from pipeline.dumps.listing import listed, shards
from pipeline.dumps.reader import pages
from pipeline.dumps.shard import Shard

__all__ = ["Limits", "Shard", "Tally", "fingerprint", "listed", "pages", "shards"]
