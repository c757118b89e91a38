"""What every feature is made of. Pure: knows no database, no socket, no page and no feature."""
