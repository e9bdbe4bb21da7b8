select id, (select count(*) from o where o.k = this.k) as n from this where id < 3000
