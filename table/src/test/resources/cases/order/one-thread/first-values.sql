select s, first(id) as f, any_value(x) as a, arg_max(id, k) as m, mode(k) as o from this group by s
