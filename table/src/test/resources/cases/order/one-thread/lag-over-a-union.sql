select id, lag(x) over (partition by s order by k) as w from (select * from this union all select * from this where k = 1) order by id
