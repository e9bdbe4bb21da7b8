package dev.wadachi.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A table of a database that rows go to.
///
/// @param kind of the database
/// @param name needs no quotes
/// @param quote stands around the names of columns
/// @param columns where each column of the rows goes
record TargetTable(DatabaseKind kind, String name, String quote, List<TargetColumn> columns) {

    /// The table, made if it is not there.
    ///
    /// @throws TableException if no column is made for the values, or it lacks columns: it names all of them
    static TargetTable of(Connection connection, String name, Schema schema) throws SQLException {
        DatabaseKind kind = DatabaseKind.of(connection);
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table if not exists " + name + " (" + declared(schema, kind, quote) + ")");
            try (ResultSet none = statement.executeQuery("select * from " + name + " where 1 = 0")) {
                boolean isCaseKept = connection.getMetaData().supportsMixedCaseQuotedIdentifiers();
                return new TargetTable(kind, name, quote, columns(kind, name, schema, none.getMetaData(), isCaseKept));
            }
        }
    }

    private static String declared(Schema schema, DatabaseKind kind, String quote) {
        List<String> refused = schema.columns().stream()
                .filter(column -> kind.declared(column.type()).isEmpty())
                .map(column -> column.name() + " " + column.type())
                .toList();
        if (!refused.isEmpty()) {
            throw new TableException("no column of a database is made for " + String.join(", ", refused)
                    + "; cast them in SQL: CAST(… AS VARCHAR)");
        }
        return schema.columns().stream()
                .map(column -> quoted(column.name(), quote) + " "
                        + kind.declared(column.type()).orElseThrow())
                .collect(Collectors.joining(", "));
    }

    private static List<TargetColumn> columns(
            DatabaseKind kind, String name, Schema schema, ResultSetMetaData there, boolean isCaseKept)
            throws SQLException {
        List<String> names = names(there);
        List<TargetColumn> columns = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Column column : schema.columns()) {
            Optional<Integer> place = place(column.name(), names, isCaseKept);
            if (place.isPresent()) {
                columns.add(new TargetColumn(
                        column,
                        there.getColumnTypeName(place.get()).toLowerCase(Locale.ROOT),
                        kind.exactly(there, place.get())));
            } else {
                missing.add("\"" + column.name() + "\" "
                        + kind.declared(column.type()).orElseThrow());
            }
        }
        if (!missing.isEmpty()) {
            throw new TableException("the table " + name + " has no column " + String.join(", ", missing)
                    + "\n  it has: " + String.join(", ", names)
                    + "\n  add what is missing (alter table " + name + " add column " + missing.getFirst()
                    + "), leave it out in the query upstream, or give the sink another target");
        }
        return columns;
    }

    private static Optional<Integer> place(String name, List<String> names, boolean isCaseKept) {
        for (int i = 0; i < names.size(); i++) {
            if (isCaseKept ? names.get(i).equals(name) : names.get(i).equalsIgnoreCase(name)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    private static List<String> names(ResultSetMetaData there) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int position = 1; position <= there.getColumnCount(); position++) {
            names.add(there.getColumnLabel(position));
        }
        return names;
    }

    /// The column that values of this name go to.
    TargetColumn column(Column column) {
        return columns.stream()
                .filter(each -> each.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    String deleteAll() {
        return "delete from " + name;
    }

    /// A place for each of the columns.
    String deleteBy(List<TargetColumn> key) {
        return deleteAll() + " where "
                + key.stream()
                        .map(column -> quoted(column.column().name(), quote) + " = ?")
                        .collect(Collectors.joining(" and "));
    }

    /// A place for each column.
    String insert() {
        return "insert into " + name + " ("
                + columns.stream()
                        .map(column -> quoted(column.column().name(), quote))
                        .collect(Collectors.joining(", "))
                + ") values (" + columns.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private static String quoted(String name, String quote) {
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
