select s, median(x) as m, quantile_cont(x, 0.9) as q from this group by s
