select s, list(id) as ids from this group by s
