package dev.wadachi.table;

import java.util.Collection;
import java.util.Optional;

/// Tables that a query may read by name, of which there may be very many: each is made when a query mentions it.
public interface NamedTables {

    /// The table of that name, whatever the case of its letters.
    Optional<Table> find(String name);

    /// All names, or the most likely ones: what a query that mentions another is told.
    Collection<String> names();
}
