select s, approx_quantile(x, 0.5) as q from this group by s
