select count(*) as n, sum(k) as k, min(x) as least, max(x) as most, count(distinct s) as texts from this
