package dev.wadachi.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/// The DuckDB inside this process: one empty in-memory database per [Lane], each opened when first needed.
///
/// The databases hold functions and settings but no data: tables are files, or arrays of this JVM that are read
/// through [MemoryTables]. DuckDB has no setting for the threads of one statement, hence the lanes.
/// Each use gets a connection of its own, so any number of threads may work at once. Zone, order of rows and
/// extensions are fixed, nothing is installed or fetched, and settings are locked, so that neither the machine nor
/// an earlier query shows in a result. The first connection of a process costs 0.25–0.5 s, of which most is the
/// loading of the native library; each further lane 25 ms; a connection 0.05 ms.
///
/// Thread-safe. Temporary files go when the process ends, unless it is killed.
final class DuckDb implements AutoCloseable {
    private static final DuckDb SHARED = new DuckDb(Limits.ofThisProcess());

    private final Limits limits;
    private final Map<Lane, DuckDBConnection> roots = new EnumMap<>(Lane.class);
    private final AtomicLong files = new AtomicLong();
    private @Nullable Path folder;

    DuckDb(Limits limits) {
        this.limits = limits;
    }

    /// The one that all tables of this process use.
    static DuckDb shared() {
        return SHARED;
    }

    /// Opens a connection.
    Session open(Lane lane) {
        try {
            return new Session(root(lane).duplicate());
        } catch (SQLException e) {
            throw new TableException(
                    "the embedded DuckDB did not start: " + Complaint.of(e)
                            + "\n  its native library lies in the jar of org.duckdb:duckdb_jdbc, or in a file beside it",
                    e);
        }
    }

    /// Returns a path in the temporary folder at which nothing is yet. What is there at the end of the process goes.
    Path newFile(String ending) {
        Path file = folder().resolve(files.incrementAndGet() + ending);
        file.toFile().deleteOnExit();
        return file;
    }

    private synchronized DuckDBConnection root(Lane lane) throws SQLException {
        var known = roots.get(lane);
        if (known != null) {
            return known;
        }
        var root = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings(lane));
        roots.put(lane, root);
        MemoryTables.register(root);
        JdbcTables.register(root);
        try (var statement = root.createStatement()) {
            // icu is built in, but its settings exist only once a connection is there.
            statement.execute("SET GLOBAL TimeZone = 'UTC'");
            statement.execute("SET GLOBAL Calendar = 'gregorian'");
            statement.execute("SET GLOBAL lock_configuration = true");
        }
        return root;
    }

    /// What a database for this lane is told when it is opened.
    Properties settings(Lane lane) {
        var settings = new Properties();
        settings.setProperty("threads", Integer.toString(lane == Lane.PARALLEL ? limits.threads() : 1));
        if (lane != Lane.PARALLEL) {
            // Threads that read ahead hand work back in whatever order the disk answers: one thread is then not enough.
            settings.setProperty("async_threads", "0");
        }
        settings.setProperty("memory_limit", limits.memory());
        settings.setProperty("temp_directory", folder().resolve("spill").toString());
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("enable_external_access", Boolean.toString(lane != Lane.SANDBOX));
        return settings;
    }

    private synchronized Path folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("wadachi-table-");
                folder.toFile().deleteOnExit();
            } catch (IOException e) {
                throw new UncheckedIOException("no temporary folder for tables could be made", e);
            }
        }
        return folder;
    }

    @Override
    public synchronized void close() {
        for (DuckDBConnection root : roots.values()) {
            try {
                root.close();
            } catch (SQLException e) {
                throw new TableException("the embedded DuckDB did not close: " + Complaint.of(e), e);
            }
        }
        roots.clear();
    }
}
