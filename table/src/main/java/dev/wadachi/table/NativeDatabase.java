package dev.wadachi.table;

import static java.lang.foreign.ValueLayout.ADDRESS;

import dev.wadachi.table.DuckDbLibrary.Action;
import dev.wadachi.table.DuckDbLibrary.Attempt;
import dev.wadachi.table.DuckDbLibrary.Part;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import java.util.Properties;

/// An empty in-memory database of DuckDB and one connection to it, by its C interface. Not thread-safe.
final class NativeDatabase implements AutoCloseable {
    /// `sizeof(duckdb_result)`, with room to spare.
    private static final long RESULT = 128;

    private static final Attempt CREATE_CONFIG = new Attempt("duckdb_create_config", 1);
    private static final Attempt SET_CONFIG = new Attempt("duckdb_set_config", 3);
    private static final Action DESTROY_CONFIG = Action.plain("duckdb_destroy_config");
    private static final Attempt OPEN = new Attempt("duckdb_open_ext", 4);
    private static final Action CLOSE = Action.plain("duckdb_close");
    private static final Attempt CONNECT = new Attempt("duckdb_connect", 2);
    private static final Action DISCONNECT = Action.plain("duckdb_disconnect");
    private static final Action INTERRUPT = Action.plain("duckdb_interrupt");
    private static final Attempt QUERY = new Attempt("duckdb_query", 3);
    private static final Part RESULT_ERROR = new Part("duckdb_result_error");
    private static final Action DESTROY_RESULT = Action.plain("duckdb_destroy_result");

    private final MemorySegment database;
    private final MemorySegment connectionPlace;

    /// For any thread, unlike the place where DuckDB wrote it.
    private final MemorySegment connection;

    /// Opens the database.
    ///
    /// @param settings what DuckDB is to be told, as for its driver
    /// @param arena    lives as long as this
    NativeDatabase(Properties settings, Arena arena) {
        database = arena.allocate(ADDRESS);
        connectionPlace = arena.allocate(ADDRESS);
        MemorySegment config = arena.allocate(ADDRESS);
        expect(CREATE_CONFIG.on(config), "a configuration");
        try {
            for (String name : settings.stringPropertyNames()) {
                MemorySegment value = arena.allocateFrom(settings.getProperty(name));
                expect(SET_CONFIG.on(config.get(ADDRESS, 0), arena.allocateFrom(name), value), name);
            }
            MemorySegment failure = arena.allocate(ADDRESS);
            boolean opened = OPEN.on(MemorySegment.NULL, database, config.get(ADDRESS, 0), failure);
            expect(opened, text(failure.get(ADDRESS, 0)));
        } finally {
            DESTROY_CONFIG.on(config);
        }
        if (!CONNECT.on(database.get(ADDRESS, 0), connectionPlace)) {
            CLOSE.on(database);
            expect(false, "a connection");
        }
        connection = connectionPlace.get(ADDRESS, 0);
    }

    private static void expect(boolean success, String what) {
        if (!success) {
            throw new TableException("the embedded DuckDB did not start: " + what);
        }
    }

    MemorySegment connection() {
        return connection;
    }

    /// Runs a statement that answers nothing; an interruption cancels it.
    ///
    /// @throws TableException with what DuckDB says, if it fails
    void run(String sql) {
        try {
            Interruption.guard(() -> INTERRUPT.on(connection), () -> query(sql));
        } catch (ClosedByInterruptException e) {
            throw new TableException("interrupted while this was running: " + sql, e);
        } catch (SQLException e) {
            throw Complaint.thrown(e);
        }
    }

    private boolean query(String sql) throws SQLException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment result = arena.allocate(RESULT, Long.BYTES);
            boolean success = QUERY.on(connection, arena.allocateFrom(sql), result);
            try {
                if (!success) {
                    throw new SQLException(text(RESULT_ERROR.of(result)));
                }
            } finally {
                DESTROY_RESULT.on(result);
            }
            return true;
        }
    }

    /// A text of C's, up to its closing zero.
    @SuppressWarnings("restricted") // DuckDB closes its texts
    static String text(MemorySegment start) {
        return start.equals(MemorySegment.NULL)
                ? "no reason was given"
                : start.reinterpret(Long.MAX_VALUE).getString(0);
    }

    @Override
    public void close() {
        DISCONNECT.on(connectionPlace);
        CLOSE.on(database);
    }
}
