package dev.wadachi.learn;

import dev.wadachi.model.Batch;
import dev.wadachi.model.Field;
import dev.wadachi.model.Kind;
import dev.wadachi.table.ColumnType;
import dev.wadachi.table.Table;
import java.util.Arrays;
import java.util.List;

/// The columns of a table as a model reads them.
final class TableBatch {

    private TableBatch() {}

    /// The field for a column: a number or a text.
    static Field field(Table table, String column) {
        ColumnType type = table.schema().column(column).type();
        return switch (type.kind()) {
            case WHOLE, DECIMAL, FLOATING -> Field.number(column);
            case TEXT -> Field.text(column);
            case LOGICAL, DATE, TIMESTAMP, NESTED, OTHER ->
                throw new LearningException("Column " + column + " is a " + type
                        + ", but a model reads numbers and texts. Turn it into one of them in SQL: month(" + column
                        + "), cast(" + column + " as integer).");
        };
    }

    static Batch of(Table table, List<Field> fields) {
        Batch.Builder batch = Batch.ofRows(Math.toIntExact(table.rows()));
        addNumbers(batch, table, names(fields, Kind.NUMBER));
        names(fields, Kind.TEXT).forEach(text -> batch.texts(text, table.strings(text)));
        return batch.build();
    }

    /// All numbers in one pass over the table.
    private static void addNumbers(Batch.Builder batch, Table table, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        double[][] rows = table.matrix(names);
        for (int column = 0; column < names.size(); column++) {
            int place = column;
            batch.numbers(
                    names.get(column),
                    Arrays.stream(rows).mapToDouble(row -> row[place]).toArray());
        }
    }

    private static List<String> names(List<Field> fields, Kind kind) {
        return fields.stream()
                .filter(field -> field.kind() == kind)
                .map(Field::name)
                .toList();
    }
}
