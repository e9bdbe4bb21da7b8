select s, count(*) as n, sum(k) as k, avg(k) as mean, min(x) as least from this group by s
