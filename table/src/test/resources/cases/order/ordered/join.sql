select this.id, o.s from this join o using (k) where id % 37 = 0
