select id, unnest(range(k % 5)) as u from this
