select s from this union all select s from o
