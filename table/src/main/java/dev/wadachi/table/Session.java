package dev.wadachi.table;

import java.nio.channels.ClosedByInterruptException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// A connection to one lane, for one thread and one purpose. What goes wrong comes out as a [TableException].
final class Session implements AutoCloseable {
    private final DuckDBConnection connection;

    Session(DuckDBConnection connection) {
        this.connection = connection;
    }

    /// Takes the rows of a result, a chunk of at most 2,048 at a time.
    @FunctionalInterface
    interface ChunkConsumer {
        void accept(DuckDBDataChunkReader chunk, int rows);
    }

    /// Runs a statement that answers nothing.
    void run(String sql) {
        attempt(sql, statement -> {
            statement.execute();
            return true;
        });
    }

    /// Runs a query and hands its rows on in order.
    void read(String sql, ChunkConsumer consumer) {
        attempt(sql, statement -> {
            try (var result = statement.query()) {
                while (result.nextChunk()) {
                    var chunk = result.chunk();
                    consumer.accept(chunk, Math.toIntExact(chunk.rowCount()));
                }
            }
            return true;
        });
    }

    /// Opens the result of a query, to be read at the caller's pace. It is closed before its session is.
    Cursor open(String sql) {
        try {
            var statement = (DuckDBPreparedStatement) connection.prepareStatement(sql);
            try {
                return new Cursor(statement, Interruption.guard(statement, statement::query));
            } catch (SQLException | ClosedByInterruptException | RuntimeException e) {
                statement.close();
                throw e;
            }
        } catch (ClosedByInterruptException e) {
            throw new TableException("interrupted while this was running: " + sql, e);
        } catch (SQLException e) {
            throw Complaint.thrown(e);
        }
    }

    /// A result that is being read.
    static final class Cursor implements AutoCloseable {
        private final DuckDBPreparedStatement statement;
        private final DuckDBChunkedResult result;

        private Cursor(DuckDBPreparedStatement statement, DuckDBChunkedResult result) {
            this.statement = statement;
            this.result = result;
        }

        boolean nextChunk() {
            return result.nextChunk();
        }

        int rows() {
            return Math.toIntExact(result.chunk().rowCount());
        }

        DuckDBReadableVector[] vectors(int count) {
            var vectors = new DuckDBReadableVector[count];
            for (int i = 0; i < count; i++) {
                vectors[i] = result.chunk().vector(i);
            }
            return vectors;
        }

        @Override
        public void close() {
            try (statement) {
                result.close();
            } catch (SQLException e) {
                throw Complaint.thrown(e);
            }
        }
    }

    /// Returns the one text that a query answers, with `?` standing for the argument.
    String text(String sql, String argument) {
        return attempt(sql, statement -> {
            statement.setString(1, argument);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("no row from " + sql);
                }
                return rows.getString(1);
            }
        });
    }

    /// Returns the one row of texts that a query answers.
    List<@Nullable String> texts(String sql) {
        return attempt(sql, statement -> {
            List<@Nullable String> texts = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("no row from " + sql);
                }
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    texts.add(rows.getString(column));
                }
            }
            return texts;
        });
    }

    /// Returns the one number that a query answers.
    long number(String sql) {
        long[] answer = new long[1];
        read(sql, (chunk, _) -> answer[0] = chunk.vector(0).getLong(0));
        return answer[0];
    }

    /// Returns names and types of the columns that a query would answer, without running it.
    Schema describe(String sql) {
        return attempt("DESCRIBE " + sql, statement -> {
            List<Column> columns = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), new ColumnType(rows.getString(2))));
                }
            }
            return new Schema(columns);
        });
    }

    @FunctionalInterface
    private interface Use<R> {
        R of(DuckDBPreparedStatement statement) throws SQLException;
    }

    private <R> R attempt(String sql, Use<R> use) {
        try (var statement = (DuckDBPreparedStatement) connection.prepareStatement(sql)) {
            return Interruption.guard(statement, () -> use.of(statement));
        } catch (ClosedByInterruptException e) {
            throw new TableException("interrupted while this was running: " + sql, e);
        } catch (SQLException e) {
            throw Complaint.thrown(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Complaint.thrown(e);
        }
    }
}
