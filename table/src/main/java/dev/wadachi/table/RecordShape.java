package dev.wadachi.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// How the components of a record class are the columns of a table, and back.
final class RecordShape<R extends Record> {
    private final Class<R> type;
    private final List<RecordComponent> components;
    private final List<Cell> cells;

    private RecordShape(Class<R> type, List<RecordComponent> components, List<Cell> cells) {
        this.type = type;
        this.components = components;
        this.cells = cells;
    }

    /// @throws TableException if components are of types that no column holds: it names all of them
    static <R extends Record> RecordShape<R> of(Class<R> type) {
        List<RecordComponent> components = Arrays.asList(type.getRecordComponents());
        List<Cell> cells = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (RecordComponent component : components) {
            Cell.of(component.getType())
                    .ifPresentOrElse(
                            cells::add,
                            () -> refused.add(component.getName() + ": "
                                    + component.getGenericType().getTypeName()));
        }
        if (!refused.isEmpty()) {
            throw new TableException("no column holds " + String.join(", ", refused) + " of " + type.getSimpleName()
                    + "\n  columns hold " + Cell.KNOWN);
        }
        return new RecordShape<>(type, components, cells);
    }

    /// The columns that the records make.
    List<MemoryColumn> columns(List<R> records) {
        List<MemoryColumn> columns = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            RecordComponent component = components.get(i);
            component.getAccessor().setAccessible(true);
            List<@Nullable Object> values = new ArrayList<>(records.size());
            for (R one : records) {
                if (one == null) {
                    throw new TableException("row " + Preview.grouped(values.size() + 1) + " is null, and no "
                            + type.getSimpleName() + ": leave it out");
                }
                values.add(value(component, one));
            }
            columns.add(cells.get(i).column(component.getName(), values));
        }
        return columns;
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new TableException(
                    "component " + component.getName() + " of "
                            + record.getClass().getName() + " could not be read",
                    e);
        }
    }

    /// Finds the columns of the components.
    ///
    /// @throws TableException if there are none, or of another kind: it names all of them
    Reading<R> readingFrom(Schema schema) {
        var select = new StringJoiner(", ");
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            String name = components.get(i).getName();
            var column = schema.find(name).or(() -> schema.find(snake(name)));
            Cell cell = cells.get(i);
            if (column.isEmpty()) {
                refused.add("no column for " + name
                        + Names.nearest(name, schema.names())
                                .map(near -> " (did you mean \"" + near + "\"?)")
                                .orElse(""));
            } else if (!cell.accepts(column.get().type().kind())) {
                refused.add("column \"" + column.get().name() + "\" holds "
                        + column.get().type() + ", but " + name + " is "
                        + components.get(i).getType().getSimpleName());
            } else {
                select.add(cell.select(Names.quoted(column.get().name())));
            }
        }
        if (!refused.isEmpty()) {
            throw new TableException("the rows do not fit " + type.getSimpleName() + ":\n  "
                    + String.join("\n  ", refused) + "\n  columns: " + schema);
        }
        return new Reading<>(this, select.toString(), constructor());
    }

    private Constructor<R> constructor() {
        try {
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor: " + type, e);
        }
    }

    /// `unitPrice` in snake case: `unit_price`.
    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /// Makes records of chunks.
    ///
    /// @param select the expressions that stand for the components, in order
    record Reading<R extends Record>(RecordShape<R> shape, String select, Constructor<R> constructor) {

        int width() {
            return shape.components.size();
        }

        R record(DuckDBReadableVector[] vectors, int row, long number) {
            Object[] values = new Object[vectors.length];
            for (int i = 0; i < vectors.length; i++) {
                if (!vectors[i].isNull(row)) {
                    values[i] = shape.cells.get(i).read(vectors[i], row);
                } else if (shape.components.get(i).getType().isPrimitive()) {
                    throw new TableException("row " + Preview.grouped(number + 1) + " has no value for "
                            + shape.components.get(i).getName() + ", and a primitive cannot be missing; make it "
                            + shape.cells.get(i).boxed().getSimpleName()
                            + ", or say in SQL what to take instead");
                }
            }
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw new TableException(
                        "row " + Preview.grouped(number + 1) + " makes no " + shape.type.getSimpleName() + ": "
                                + e.getCause(),
                        e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "the canonical constructor of " + shape.type + " takes its components", e);
            }
        }
    }
}
