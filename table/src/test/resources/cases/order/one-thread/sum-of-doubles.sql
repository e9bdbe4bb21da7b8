select sum(x) as t from this
