from this order by k
