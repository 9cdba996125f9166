"""Files as they come: encodings, line ends, compression, archives, other kinds."""
