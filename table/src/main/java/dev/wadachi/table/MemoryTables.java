package dev.wadachi.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/// The tables whose columns lie in this JVM, and the function by which DuckDB reads them where they are:
/// `SELECT … FROM wadachi_memory(17)`. Nothing is copied into DuckDB; a query reads the columns that it names.
final class MemoryTables {
    private static final String FUNCTION = "wadachi_memory";
    private static final Map<Long, List<MemoryColumn>> TABLES = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();

    private MemoryTables() {}

    /// Makes a table known to every lane.
    static long add(List<MemoryColumn> columns) {
        long number = NUMBERS.incrementAndGet();
        TABLES.put(number, columns);
        return number;
    }

    static void remove(long number) {
        TABLES.remove(number);
    }

    /// The SQL by which the table is read.
    static String call(long number) {
        return FUNCTION + "(" + number + ")";
    }

    static void register(Connection connection) throws SQLException {
        try (var builder = DuckDBFunctions.tableFunction()) {
            builder.withName(FUNCTION)
                    .withParameter(Long.class)
                    .withProjectionPushdown()
                    .withFunction(new Reading())
                    .register(connection);
        }
    }

    /// Where a scan has come to. One thread reads, so that rows keep their order.
    private static final class Place {
        private final int[] columns;
        private int row;

        Place(int[] columns) {
            this.columns = columns;
        }
    }

    private static final class Reading implements DuckDBTableFunction<List<MemoryColumn>, Place, Object> {
        @Override
        public List<MemoryColumn> bind(DuckDBTableFunctionBindInfo info) throws SQLException {
            long number;
            try (var parameter = info.getParameter(0)) {
                number = parameter.getLong();
            }
            List<MemoryColumn> table = TABLES.get(number);
            if (table == null) {
                throw new IllegalStateException("there is no table " + number + " in memory");
            }
            for (MemoryColumn column : table) {
                addColumn(info, column);
            }
            info.setCardinality(table.getFirst().rows(), true);
            return table;
        }

        private static void addColumn(DuckDBTableFunctionBindInfo info, MemoryColumn column) throws SQLException {
            if (column.column().type().kind() == ColumnType.Kind.DECIMAL) {
                try (var type = DuckDBLogicalType.decimal(38, column.decimals())) {
                    info.addResultColumn(column.column().name(), type);
                }
            } else {
                info.addResultColumn(column.column().name(), column.type());
            }
        }

        @Override
        public Place init(DuckDBTableFunctionInitInfo info) {
            info.setMaxThreads(1);
            int[] columns = new int[Math.toIntExact(info.getColumnCount())];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Math.toIntExact(info.getColumnIndex(i));
            }
            return new Place(columns);
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
            List<MemoryColumn> table = info.getBindData();
            Place place = info.getInitData();
            int count = (int) Math.min(chunk.capacity(), table.getFirst().rows() - place.row);
            for (int i = 0; i < place.columns.length; i++) {
                // A query of no column at all, such as count(*), asks for the row number, which is not ours to fill.
                if (place.columns[i] < table.size()) {
                    table.get(place.columns[i]).fill().into(chunk.vector(i), place.row, count);
                }
            }
            place.row += count;
            return count;
        }
    }
}
