from this
