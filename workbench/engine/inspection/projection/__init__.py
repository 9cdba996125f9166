"""How good a translation is, projected from measures of it; learnt on the run's own validation pairs."""
