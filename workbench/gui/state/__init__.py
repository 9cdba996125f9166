"""What the panes share: settings, signals, the training and translation services."""
