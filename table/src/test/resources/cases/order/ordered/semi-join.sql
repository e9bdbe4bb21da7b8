from this where k in (select k from o)
