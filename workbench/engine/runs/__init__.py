"""Run folders and what is told of them: journal, history, summary, archive, presets. No torch."""
