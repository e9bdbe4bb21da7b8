from this tablesample bernoulli(10 percent) repeatable (7)
