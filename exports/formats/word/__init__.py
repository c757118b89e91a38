"""What the Word document looks like, and the markup that python-docx has no words for."""
