"""One service's guide as it stands for one person."""
