"""The words for what a checklist says, each in one place."""
