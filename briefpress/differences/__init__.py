"""Differences: two builds compared, by what their manifests say and by what their pages show."""

from briefpress.differences.builds import Build, differences_between

__all__ = ["Build", "differences_between"]
