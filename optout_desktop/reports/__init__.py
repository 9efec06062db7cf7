"""The completion report: one value, then its faces."""
