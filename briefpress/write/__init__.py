"""Write: bytes to the output folder, each file whole or not at all. The only step that writes."""

from briefpress.write.files import append_line, try_folder, write_files
from briefpress.write.litter import remove_files, sweep
from briefpress.write.lock import hold

__all__ = ["append_line", "hold", "remove_files", "sweep", "try_folder", "write_files"]
