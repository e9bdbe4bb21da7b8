select t.id, o.s from this t asof join o on t.k >= o.k where id < 20000
