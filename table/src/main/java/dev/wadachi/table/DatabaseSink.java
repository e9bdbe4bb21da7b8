package dev.wadachi.table;

import dev.wadachi.task.Context;
import dev.wadachi.task.External;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Sink;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/// Writes a table into a table of a database: all of it or nothing, in one transaction.
///
/// Without a key, the rows replace whatever is there. With one, they replace the rows of equal keys and leave the
/// others. Writing the same rows twice leaves what writing them once does, so a sink that was killed is simply run
/// again. While the target holds what it was left with, nothing is written; whoever changes it makes the sink run.
///
/// Where another transaction is in the way, as two writers of one SQLite file are, the sink waits for up to a minute.
///
/// What was sent can be read back as it was: a value that a column of the target would round, cut or take for none is
/// refused before anything is sent. SQLite holds decimals as texts, has no NaN, and takes -0.0 for 0.0.
///
/// The table is made if it is not there. Databases whose `CREATE TABLE` ends a transaction (MySQL) may keep an empty
/// one after a failure.
///
/// @param rows what to write
/// @param database the name of a resource: `[resources.warehouse]` in `wadachi.toml`
/// @param target the table's name, with its schema's before a dot if need be
/// @param key columns that make a row the same row; empty to replace all rows
public record DatabaseSink(Task<Table> rows, String database, String target, List<String> key) implements Sink {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

    /// Refuses names that are no plain names.
    public DatabaseSink {
        if (!NAME.matcher(target).matches()) {
            throw new IllegalArgumentException(
                    "a target is a plain name, such as forecast or shop.forecast, but was '" + target + "'");
        }
    }

    /// Rows that replace whatever is in the target.
    public static DatabaseSink replacing(Task<Table> rows, String database, String target) {
        return new DatabaseSink(rows, database, target, List.of());
    }

    @Override
    public String target(Resources from) {
        return place();
    }

    /// Databases take `Forecast` and `forecast` for one table, as long as nobody quotes.
    private String place() {
        return "database:" + database + "/" + target.toLowerCase(Locale.ROOT);
    }

    @Override
    public Stamp stamp(External output, Resources from) throws SQLException {
        return Stamp.ofQuery(from.resource(DataSource.class, database), contents());
    }

    @Override
    public External run(Context in) throws SQLException {
        Table table = in.load(rows);
        DataSource there = in.resource(DataSource.class, database);
        Stamp left = Contention.patiently(() -> written(table, there, in));
        return new External(URI.create("database:" + database + "/" + target), left);
    }

    private Stamp written(Table table, DataSource there, Context in) throws SQLException {
        try (Connection connection = there.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long written = new RowWriter(connection, target, table.schema(), key).write(table);
                Stamp left = Stamp.ofQuery(connection, contents());
                connection.commit();
                in.log(Preview.grouped(written) + " rows written to " + target);
                return left;
            } finally {
                connection.rollback();
            }
        }
    }

    private String contents() {
        return "select * from " + target;
    }
}
