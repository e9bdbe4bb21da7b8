package dev.wadachi.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/// JDBC results that are being read, and the function by which DuckDB pulls their rows: `FROM wadachi_jdbc(17)`. Rows
/// go straight from the driver into DuckDB's chunks, as many at a time as a chunk holds.
final class JdbcTables {
    private static final String FUNCTION = "wadachi_jdbc";
    private static final Map<Long, JdbcRows> ROWS = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private JdbcTables() {}

    /// Makes rows known to every lane, until they are [removed][#remove].
    static long add(JdbcRows rows) {
        long number = NUMBERS.incrementAndGet();
        ROWS.put(number, rows);
        return number;
    }

    static void remove(long number) {
        ROWS.remove(number);
    }

    static String call(long number) {
        return FUNCTION + "(" + number + ")";
    }

    static void register(Connection connection) throws SQLException {
        try (var builder = DuckDBFunctions.tableFunction()) {
            builder.withName(FUNCTION)
                    .withParameter(Long.class)
                    .withFunction(new Reading())
                    .register(connection);
        }
    }

    private static final class Reading implements DuckDBTableFunction<JdbcRows, JdbcRows, Object> {
        @Override
        public JdbcRows bind(DuckDBTableFunctionBindInfo info) throws SQLException {
            try (var parameter = info.getParameter(0)) {
                JdbcRows rows = Objects.requireNonNull(ROWS.get(parameter.getLong()), "the result is read no more");
                for (JdbcColumn column : rows.columns()) {
                    column.declare(info);
                }
                return rows;
            }
        }

        @Override
        public JdbcRows init(DuckDBTableFunctionInitInfo info) {
            info.setMaxThreads(1);
            return info.getBindData();
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) throws SQLException {
            JdbcRows rows = info.getInitData();
            var vectors = new DuckDBWritableVector[rows.columns().size()];
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = chunk.vector(i);
            }
            int count = 0;
            while (count < chunk.capacity() && rows.next()) {
                rows.fill(vectors, count++);
            }
            return count;
        }
    }
}
