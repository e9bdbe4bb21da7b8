select distinct on (k) k, id, x from this
