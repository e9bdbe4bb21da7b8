with q as (select * from this where k % 3 = 0) select id from q where k > 5
