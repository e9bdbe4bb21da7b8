select *, x * 2 as y from this where k % 3 = 0
