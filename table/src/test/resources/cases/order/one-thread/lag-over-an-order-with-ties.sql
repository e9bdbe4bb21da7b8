select id, lag(x) over (partition by s order by k) as before from this
