package dev.wadachi.task;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Locale;

/// What a query answers, whatever the order of the rows: rows are added up, so equal ones count as often as they come.
///
/// @param rows how many there are
/// @param a first lane of the sum over the rows' digests
/// @param b second lane
/// @param c third lane
/// @param d fourth lane
record QueryState(long rows, long a, long b, long c, long d) {

    /// Rows that the driver fetches at a time, where it knows how.
    private static final int FETCHED = 10_000;

    static Digest digest(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet result = statement.executeQuery(query)) {
                ResultSetMetaData columns = result.getMetaData();
                Hasher whole = Hasher.create();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    whole.text(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
                }
                QueryState state = new QueryState(0, 0, 0, 0, 0);
                while (result.next()) {
                    state = state.plus(row(result, columns));
                }
                return whole.number(state.rows)
                        .number(state.a)
                        .number(state.b)
                        .number(state.c)
                        .number(state.d)
                        .finish();
            }
        }
    }

    private QueryState plus(Digest row) {
        return new QueryState(rows + 1, a + row.a(), b + row.b(), c + row.c(), d + row.d());
    }

    private static Digest row(ResultSet result, ResultSetMetaData columns) throws SQLException {
        Hasher row = Hasher.create();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (isBinary(columns.getColumnType(i))) {
                byte[] bytes = result.getBytes(i);
                row.number(bytes == null ? 0 : 1).bytes(bytes == null ? new byte[0] : bytes);
            } else {
                String text = result.getString(i);
                row.number(text == null ? 0 : 1).text(text == null ? "" : text);
            }
        }
        return row.finish();
    }

    private static boolean isBinary(int type) {
        return type == Types.BINARY || type == Types.VARBINARY || type == Types.LONGVARBINARY || type == Types.BLOB;
    }
}
