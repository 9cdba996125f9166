"""Translation workbench: train, watch and inspect sequence-to-sequence translation models."""

__version__ = "0.1.0"
