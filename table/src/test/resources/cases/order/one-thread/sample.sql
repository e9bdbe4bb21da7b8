from this using sample reservoir(1000 rows) repeatable (42)
