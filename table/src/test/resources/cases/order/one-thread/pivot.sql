pivot (select k % 4 as q, s, x from this) on q in (0, 1, 2, 3) using sum(x) group by s
