select id + 1 as next from (select k, id from this order by k limit 100)
