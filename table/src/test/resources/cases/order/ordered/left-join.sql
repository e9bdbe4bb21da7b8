select this.id, o.s from this left join o using (k) where id < 2000
