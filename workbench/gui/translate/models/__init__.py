"""Which model translates: the bar that chooses it, what is known of it, and the page without one."""
