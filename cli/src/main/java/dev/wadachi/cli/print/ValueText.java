package dev.wadachi.cli.print;

import dev.wadachi.parameter.RecordAccess;
import dev.wadachi.table.Table;
import dev.wadachi.table.TextWidth;
import dev.wadachi.task.Done;
import dev.wadachi.task.External;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A task's value as it is shown when a run ends: whole where it is small, its beginning where it is large.
public final class ValueText {

    /// How many rows of a table, a list or a folder are shown.
    public static final int ROWS = 20;

    private static final int LONG = 30;

    private ValueText() {}

    /// The value, over as many lines as it needs.
    public static String of(Object value) {
        return of(value, TextWidth.UNLIMITED);
    }

    /// The value, over as many lines as it needs; a table's fit the terminal.
    ///
    /// @param width columns of the terminal
    public static String of(Object value, int width) {
        return switch (value) {
            case Table table -> table.show(ROWS, width).stripTrailing();
            case Done _ -> "done";
            case Folder(Path path) -> folder(path);
            case External(URI uri, Stamp _) -> place(uri);
            case byte[] bytes -> Quantity.ofBytes(bytes.length);
            case Map<?, ?> map -> map(map);
            case Collection<?> list -> list(list);
            case Record record -> fields(record);
            default -> inline(value);
        };
    }

    /// A value's fields on one line each: a record's components, or the value itself if it is a number or a word.
    /// Empty where the value is too large for that.
    public static Optional<Map<String, String>> fields(Object value) {
        Map<String, String> fields = new LinkedHashMap<>();
        switch (value) {
            case Number number -> fields.put("value", inline(number));
            case Record record
            when !(record instanceof Folder || record instanceof Done) -> {
                List<RecordComponent> components =
                        RecordAccess.of(record.getClass()).components();
                List<String> cells = cells(record);
                for (int i = 0; i < cells.size(); i++) {
                    fields.put(components.get(i).getName(), cells.get(i));
                }
            }
            default -> {
                return Optional.empty();
            }
        }
        return fields.values().stream().allMatch(cell -> cell.length() <= LONG)
                ? Optional.of(fields)
                : Optional.empty();
    }

    /// The value on one line.
    static String inline(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> number(number);
            case Float number -> number(number.doubleValue());
            case Optional<?> optional -> optional.map(ValueText::inline).orElse("none");
            case Table table -> Quantity.count(table.rows(), "row");
            case byte[] bytes -> Quantity.ofBytes(bytes.length);
            case Folder(Path path) -> path.toString();
            case External(URI uri, Stamp _) -> place(uri);
            case Collection<?> list ->
                list.stream().map(ValueText::inline).toList().toString();
            default -> Objects.toString(value);
        };
    }

    /// Six significant digits: enough to compare, few enough to read. The exact value is kept, and `--json` gives it.
    public static String number(double value) {
        if (!Double.isFinite(value) || value == Math.rint(value) && Math.abs(value) < 1e15) {
            String sign = Double.compare(value, -0.0) == 0 ? "-" : "";
            return Double.isFinite(value) ? sign + (long) value + ".0" : Double.toString(value);
        }
        int digits = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        return digits < -3 || digits > 12
                ? String.format(Locale.ROOT, "%.5e", value)
                : String.format(Locale.ROOT, "%." + Math.clamp(6 - digits, 1, 9) + "f", value);
    }

    /// A file's path reads better than its URI.
    private static String place(URI uri) {
        return "file".equals(uri.getScheme()) ? Path.of(uri).toString() : uri.toString();
    }

    private static String fields(Record record) {
        Columns columns = Columns.plain();
        List<RecordComponent> components = RecordAccess.of(record.getClass()).components();
        List<String> cells = cells(record);
        for (int i = 0; i < cells.size(); i++) {
            columns.row(components.get(i).getName(), cells.get(i));
        }
        return components.isEmpty() ? record.getClass().getSimpleName() : columns.text();
    }

    private static List<String> cells(Record record) {
        RecordAccess access = RecordAccess.of(record.getClass());
        return Stream.iterate(0, i -> i < access.components().size(), i -> i + 1)
                .map(i -> inline(access.read(record, i)))
                .toList();
    }

    private static String list(Collection<?> list) {
        Object first = list.isEmpty() ? null : list.iterator().next();
        if (first instanceof Record record
                && list.stream().allMatch(element -> element != null && element.getClass() == record.getClass())) {
            return rows(record, list);
        }
        Columns columns = Columns.plain();
        list.stream().limit(ROWS).forEach(element -> columns.row(inline(element)));
        return withRest(columns, list.size(), "value");
    }

    private static String rows(Record first, Collection<?> list) {
        Columns columns = Columns.headed(RecordAccess.of(first.getClass()).components().stream()
                .map(RecordComponent::getName)
                .toList());
        list.stream().limit(ROWS).forEach(element -> columns.row(cells((Record) element)));
        return withRest(columns, list.size(), "row");
    }

    private static String map(Map<?, ?> map) {
        Columns columns = Columns.plain();
        map.entrySet().stream()
                .limit(ROWS)
                .forEach(entry -> columns.row(inline(entry.getKey()), inline(entry.getValue())));
        return withRest(columns, map.size(), "entry");
    }

    private static String folder(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            Columns columns = Columns.plain();
            for (Path file : all.subList(0, Math.min(ROWS, all.size()))) {
                columns.row(path.relativize(file).toString(), Quantity.ofBytes(Files.size(file)));
            }
            return path + "\n" + withRest(columns, all.size(), "file").indent(2).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder " + path, e);
        }
    }

    private static String withRest(Columns columns, int size, String noun) {
        return size == 0
                ? "empty"
                : columns.text() + (size > ROWS ? "\n… " + Quantity.count(size - ROWS, "more " + noun) : "");
    }
}
