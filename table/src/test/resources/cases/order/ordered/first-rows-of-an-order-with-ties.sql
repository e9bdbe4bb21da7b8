from this order by k desc limit 100
