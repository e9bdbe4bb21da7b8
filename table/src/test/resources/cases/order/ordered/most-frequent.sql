select k, count(*) as n from this group by k order by n desc limit 50
