select s, count(*) as n from this group by s limit 20
