package dev.wadachi.table;

import static java.lang.foreign.ValueLayout.ADDRESS;

import dev.wadachi.table.DuckDbLibrary.Action;
import dev.wadachi.table.DuckDbLibrary.Attempt;
import dev.wadachi.table.DuckDbLibrary.Element;
import dev.wadachi.table.DuckDbLibrary.Part;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;

/// Arrays on their way to a file, in a table of a database that is there for nothing else.
///
/// The function by which queries read arrays ([MemoryTables]) takes a call for each value, and one thread reads. Where
/// all of many rows are wanted, stretches of memory are copied instead, several times faster, and the table that they
/// make is then encoded by all threads, in order. Not thread-safe.
final class StagedArrays implements AutoCloseable {
    /// The table's name.
    static final String NAME = "arrays";

    /// From here on it is worth the start of a database.
    private static final int FEWEST_ROWS = 4 * ParquetFile.GROUP;

    private final Arena arena;
    private final NativeDatabase database;

    private StagedArrays(Arena arena, NativeDatabase database) {
        this.arena = arena;
        this.database = database;
    }

    /// Whether these can go this way, and should.
    static boolean canTake(List<MemoryColumn> columns) {
        return columns.getFirst().rows() >= FEWEST_ROWS
                && columns.stream().allMatch(column -> column.copy().isPresent())
                && DuckDbLibrary.isLoaded();
    }

    /// Copies the columns into a table.
    ///
    /// @throws ArithmeticException if a value is beyond what DuckDB has numbers for
    static StagedArrays of(List<MemoryColumn> columns, Properties settings) {
        Arena arena = Arena.ofConfined();
        try {
            NativeDatabase database = new NativeDatabase(settings, arena);
            var staged = new StagedArrays(arena, database);
            try {
                staged.fill(columns);
                return staged;
            } catch (RuntimeException | Error e) {
                database.close();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    private void fill(List<MemoryColumn> columns) {
        var types = new StringJoiner(", ", "CREATE TABLE " + NAME + " (", ")");
        columns.forEach(column -> types.add(Names.quoted(column.column().name()) + " "
                + column.column().type().sql()));
        database.run(types.toString());
        try (var appender = new Appender(database, arena, columns.size())) {
            for (int from = 0, rows = columns.getFirst().rows(); from < rows; from += NativeVector.ROWS) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new TableException("interrupted while arrays were handed to DuckDB");
                }
                appender.append(columns, from, Math.min(NativeVector.ROWS, rows - from));
            }
            appender.flush();
        }
    }

    /// Runs a statement that reads the table.
    void run(String sql) {
        database.run(sql);
    }

    @Override
    public void close() {
        database.close();
        arena.close();
    }

    /// The way into the table, a chunk at a time.
    private static final class Appender implements AutoCloseable {
        private static final Attempt CREATE = new Attempt("duckdb_appender_create", 4);
        private static final Attempt FLUSH = new Attempt("duckdb_appender_flush", 1);
        private static final Attempt DESTROY = new Attempt("duckdb_appender_destroy", 1);
        private static final Part ERROR = new Part("duckdb_appender_error");
        private static final Element COLUMN_TYPE = new Element("duckdb_appender_column_type");
        private static final Action DESTROY_TYPE = Action.plain("duckdb_destroy_logical_type");
        private static final Element CREATE_CHUNK = new Element("duckdb_create_data_chunk");
        private static final Element VECTOR = new Element("duckdb_data_chunk_get_vector");
        private static final Action RESET = Action.plain("duckdb_data_chunk_reset");
        private static final Action SET_SIZE = Action.withNumber("duckdb_data_chunk_set_size");
        private static final Action DESTROY_CHUNK = Action.plain("duckdb_destroy_data_chunk");
        private static final Attempt APPEND = new Attempt("duckdb_append_data_chunk", 2);

        private final MemorySegment appender;
        private final MemorySegment chunk;
        private final NativeVector.Bytes bytes;

        Appender(NativeDatabase database, Arena arena, int columns) {
            appender = arena.allocate(ADDRESS);
            chunk = arena.allocate(ADDRESS);
            bytes = new NativeVector.Bytes(arena);
            check(CREATE.on(database.connection(), MemorySegment.NULL, arena.allocateFrom(NAME), appender));
            MemorySegment types = arena.allocate(ADDRESS, columns);
            for (int i = 0; i < columns; i++) {
                types.setAtIndex(ADDRESS, i, COLUMN_TYPE.of(appender.get(ADDRESS, 0), i));
            }
            chunk.set(ADDRESS, 0, CREATE_CHUNK.of(types, columns));
            for (int i = 0; i < columns; i++) {
                DESTROY_TYPE.on(types.asSlice(i * ADDRESS.byteSize(), ADDRESS));
            }
        }

        void append(List<MemoryColumn> columns, int from, int count) {
            MemorySegment rows = chunk.get(ADDRESS, 0);
            RESET.on(rows);
            for (int i = 0; i < columns.size(); i++) {
                var vector = new NativeVector(VECTOR.of(rows, i), bytes);
                columns.get(i).copy().orElseThrow().into(vector, from, count);
            }
            SET_SIZE.on(rows, count);
            check(APPEND.on(appender.get(ADDRESS, 0), rows));
        }

        void flush() {
            check(FLUSH.on(appender.get(ADDRESS, 0)));
        }

        private void check(boolean success) {
            if (!success) {
                throw new TableException(
                        "DuckDB does not take the arrays: " + NativeDatabase.text(ERROR.of(appender.get(ADDRESS, 0))));
            }
        }

        @Override
        public void close() {
            DESTROY_CHUNK.on(chunk);
            // What it could not write was told by the flush, or does not matter any more.
            DESTROY.on(appender);
        }
    }
}
