select id, count(*) over (partition by s) as n from this
