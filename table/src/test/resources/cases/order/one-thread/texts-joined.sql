select s, string_agg(id::varchar, ',') as ids from this group by s
