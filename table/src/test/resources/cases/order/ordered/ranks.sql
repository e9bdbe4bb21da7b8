select id, rank() over (partition by s order by k) as r from this
