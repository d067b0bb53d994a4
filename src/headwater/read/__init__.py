"""Read: files, folders and standard input come in, captures and skipped inputs go out.

What an input is, is decided by its content. Nothing here knows what an article is; nothing that is given vanishes:
every input becomes a ``Capture`` or a ``Skipped`` with its reason. The only room that touches the disk for input.
"""

from headwater.read.captures import read_captures
from headwater.read.settings import ReadSettings

__all__ = ["ReadSettings", "read_captures"]
