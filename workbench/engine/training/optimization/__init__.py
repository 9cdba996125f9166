"""The loss, the optimizers and their schedules."""
