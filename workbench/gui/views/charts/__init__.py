"""Charts: loss and measure curves, histograms."""
