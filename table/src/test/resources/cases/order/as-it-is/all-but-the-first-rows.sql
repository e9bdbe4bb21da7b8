from this offset 1234
