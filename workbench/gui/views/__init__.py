"""Pictures of engine values: the only place that imports pyqtgraph."""
