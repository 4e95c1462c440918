"""The same pages set by Typst, to be measured against."""
