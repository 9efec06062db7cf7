"""A picture: its shape, layout, text widths, SVG and alternative text."""
