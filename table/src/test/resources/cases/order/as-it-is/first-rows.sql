from this limit 1000 offset 200000
