select id, row_number() over () as n from this where k % 3 = 0
