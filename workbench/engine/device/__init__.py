"""Devices, threads and the buffers of a training step."""
