"""Pictures of alignments: diagram, heat map, comparisons, and their export."""
