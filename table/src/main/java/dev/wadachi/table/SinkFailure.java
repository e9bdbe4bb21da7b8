package dev.wadachi.table;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Says why a database did not take rows, and what to do. The transaction is rolled back by it: some databases answer
/// nothing more in one that failed.
///
/// @param connection that of the transaction
/// @param target the table's name
record SinkFailure(Connection connection, String target) {

    /// SQL states of broken rules: keys, checks, columns that must not be empty.
    private static final String INTEGRITY = "23";

    private static final int SQLITE_CONSTRAINT = 19;

    /// What went wrong with the table.
    TableException of(SQLException failed) {
        return new TableException(
                "the table " + target + " could not be written: " + Complaint.of(failed) + nextStep(failed), failed);
    }

    /// What went wrong with a row.
    ///
    /// @param number from 1
    TableException of(SQLException failed, long number, List<TargetColumn> columns, List<@Nullable String> cells) {
        String row = IntStream.range(0, cells.size())
                .mapToObj(i -> columns.get(i).column().name() + " = " + cells.get(i))
                .collect(Collectors.joining(", "));
        return new TableException(
                "row " + Preview.grouped(number) + " could not be written to " + target + ": " + Complaint.of(failed)
                        + "\n  the row: " + Excerpt.shortened(row) + nextStep(failed),
                failed);
    }

    private String nextStep(SQLException failed) {
        try {
            connection.rollback();
            if (isView()) {
                return "\n  " + target + " is a view: name the table behind it as the sink's target";
            }
        } catch (SQLException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
        return isRule(failed)
                ? "\n  nothing was written: it breaks a rule of the table; mend the rows in the query upstream, or change the"
                        + " rule"
                : "\n  nothing was written; mend what the database says, or give the sink another target";
    }

    private static boolean isRule(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && state.startsWith(INTEGRITY)
                || failed.getClass().getName().startsWith("org.sqlite.")
                        && (failed.getErrorCode() & 0xff) == SQLITE_CONSTRAINT
                || String.valueOf(failed.getMessage()).startsWith("Constraint Error");
    }

    private boolean isView() throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        int dot = target.indexOf('.');
        try (ResultSet views = database.getTables(
                null,
                dot < 0 ? null : stored(database, target.substring(0, dot)),
                stored(database, target.substring(dot + 1)),
                new String[] {"VIEW"})) {
            while (views.next()) {
                // An underscore in a pattern stands for any letter.
                if (views.getString("TABLE_NAME").equalsIgnoreCase(target.substring(dot + 1))) {
                    return true;
                }
            }
            return false;
        }
    }

    /// As the database writes a name that nobody quoted.
    private static String stored(DatabaseMetaData database, String name) throws SQLException {
        return database.storesLowerCaseIdentifiers()
                ? name.toLowerCase(Locale.ROOT)
                : database.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }
}
