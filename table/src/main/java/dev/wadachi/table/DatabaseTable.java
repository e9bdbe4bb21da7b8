package dev.wadachi.table;

import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/// What a query answers, read again when the answer changed.
///
/// The stamp is a digest of the rows, in whatever order; so an unchanged answer is asked for, and not stored again. For
/// large answers give a cheap query that tells the version.
///
/// ```java
/// Task<Table> sales = DatabaseTable.of("warehouse", "select * from sales order by id")
///         .versionedBy("select max(changed_at), count(*) from sales");
/// ```
///
/// @param database the name of a resource: `[resources.warehouse]` in `wadachi.toml`
/// @param query what to read; with an `ORDER BY` over a unique key, equal answers are equal tables
/// @param version a query whose answer tells whether the other's may have changed; without one, that query itself
public record DatabaseTable(String database, String query, Optional<String> version) implements Source<Table> {

    /// A query that tells its own version.
    public static DatabaseTable of(String database, String query) {
        return new DatabaseTable(database, query, Optional.empty());
    }

    /// The same, read again only when the answer to another query changed.
    public DatabaseTable versionedBy(String other) {
        return new DatabaseTable(database, query, Optional.of(other));
    }

    @Override
    public Stamp stamp(Resources from) throws SQLException {
        return Stamp.ofQuery(from.resource(DataSource.class, database), version.orElse(query));
    }

    @Override
    public Table run(Context in) {
        return Table.jdbc(in.resource(DataSource.class, database), query);
    }
}
