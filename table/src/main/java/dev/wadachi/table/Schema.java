package dev.wadachi.table;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The columns of a table, in order. Names are unique, whatever their case, as SQL has it.
public record Schema(List<Column> columns) {
    public Schema {
        columns = List.copyOf(columns);
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
                throw new TableException("two columns are called \"" + column.name()
                        + "\"; give one of them another name: … AS another_name");
            }
        }
    }

    /// Returns the names of the columns, in order.
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /// Returns the column of that name, exact or else in another case.
    public Optional<Column> find(String name) {
        Optional<Column> exact =
                columns.stream().filter(column -> column.name().equals(name)).findFirst();
        return exact.isPresent()
                ? exact
                : columns.stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .findFirst();
    }

    /// Returns the column of that name.
    ///
    /// @throws TableException if there is none: it names the columns that there are and the nearest
    public Column column(String name) {
        return find(name)
                .orElseThrow(() -> new TableException("there is no column \"" + name + "\""
                        + Names.nearest(name, names())
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse("")
                        + "\n  columns: " + String.join(", ", names())));
    }

    /// Returns the column of that name, which holds times.
    ///
    /// @throws TableException if there is none, or it holds neither dates nor timestamps
    Column time(String name) {
        Column column = column(name);
        if (!column.type().kind().isTime()) {
            throw new TableException("column \"" + column.name() + "\" holds " + column.type()
                    + ", not times; cast it in SQL: CAST(… AS DATE), to_timestamp(…)");
        }
        return column;
    }

    /// A name that no column has.
    String freeName() {
        String name = "row_number";
        while (find(name).isPresent()) {
            name += "_";
        }
        return name;
    }

    /// Returns the schema on one line: `store VARCHAR, sales BIGINT`.
    @Override
    public String toString() {
        return columns.stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
    }
}
