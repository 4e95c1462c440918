"""Packs: the files of brand packs that are made here, from answers or from a seed. Pure."""
