with q as (select s, count(*) as n from this group by s) select a.s, b.n from q a join q b on a.n >= b.n
