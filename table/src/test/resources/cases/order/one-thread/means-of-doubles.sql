select s, avg(x) as mean, stddev(x) as deviation from this group by s
