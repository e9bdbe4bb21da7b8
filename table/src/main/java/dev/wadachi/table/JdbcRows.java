package dev.wadachi.table;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBWritableVector;

/// A JDBC result under way. Read once, by one thread at a time.
final class JdbcRows {
    private final ResultSet result;
    private final List<JdbcColumn> columns;
    private long number;

    private JdbcRows(ResultSet result, List<JdbcColumn> columns) {
        this.result = result;
        this.columns = columns;
    }

    /// @throws TableException if some columns are of types that no column of a table has: it names all of them
    static JdbcRows of(ResultSet result) throws SQLException {
        ResultSetMetaData metadata = result.getMetaData();
        List<JdbcColumn> columns = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int position = 1; position <= metadata.getColumnCount(); position++) {
            if (metadata.getColumnLabel(position).isBlank()) {
                throw new TableException(
                        "column " + position + " of the answer has no name; give it one in the query: … AS name");
            }
            String name = "\"" + metadata.getColumnLabel(position) + "\" " + metadata.getColumnTypeName(position);
            JdbcColumn.of(metadata, position).ifPresentOrElse(columns::add, () -> refused.add(name));
        }
        if (!refused.isEmpty()) {
            throw new TableException(
                    "no column of a table holds " + String.join(", ", refused)
                            + "\n  cast them in the query: CAST(… AS text); a number needs its digits: CAST(… AS numeric(18, 2))");
        }
        return new JdbcRows(result, List.copyOf(columns));
    }

    List<JdbcColumn> columns() {
        return columns;
    }

    boolean next() throws SQLException {
        number++;
        return result.next();
    }

    /// Puts the current row to a place of the vectors.
    void fill(DuckDBWritableVector[] vectors, int row) {
        for (int i = 0; i < vectors.length; i++) {
            columns.get(i).fill(result, i + 1, vectors[i], row, number);
        }
    }
}
