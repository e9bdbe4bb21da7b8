package dev.wadachi.learn;

import dev.wadachi.model.Batch;
import dev.wadachi.model.Field;
import dev.wadachi.table.ColumnType;
import dev.wadachi.table.Table;
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
        for (Field field : fields) {
            switch (field.kind()) {
                case NUMBER -> batch.numbers(field.name(), table.doubles(field.name()));
                case TEXT -> batch.texts(field.name(), table.strings(field.name()));
            }
        }
        return batch.build();
    }
}
