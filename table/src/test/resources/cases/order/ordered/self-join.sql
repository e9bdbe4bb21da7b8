select a.id, b.id as next from this a join this b on a.id = b.id + 1
