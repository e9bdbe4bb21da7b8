select id, avg(k) over (partition by s order by k rows between 3 preceding and current row) as m from this
