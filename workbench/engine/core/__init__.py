"""What everything may use: configuration, errors, events, value types. No torch."""
