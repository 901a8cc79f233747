"""See build_meta."""
