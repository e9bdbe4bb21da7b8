select distinct s from this
