"""Translation memories and catalogues: TMX, XLIFF, PO and MO."""
