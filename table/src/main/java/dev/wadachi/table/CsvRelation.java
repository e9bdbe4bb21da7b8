package dev.wadachi.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The rows of a CSV file. Its dialect is found out, and its cells are checked, when its schema is asked for.
///
/// @param rejects where its bad rows are found, once there are some
record CsvRelation(String sql, Schema schema, CsvRejects rejects) implements Relation {

    static CsvRelation of(Path path, CsvOptions options) {
        CsvFile file = CsvFile.of(path, options.charset());
        String read = "read_csv(" + file.literal() + options.arguments() + Names.FILE_ALONE + ")";
        Schema found = schema(file, options, read);
        return new CsvRelation(
                Storable.select(found, read), Storable.schema(found), new CsvRejects(file, options, found));
    }

    private static Schema schema(CsvFile file, CsvOptions options, String read) {
        Schema found;
        CsvDialect dialect;
        List<String> names = List.of();
        try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
            refuseUnknown(session, file, options);
            found = session.describe("SELECT * FROM " + read);
            dialect = CsvDialect.sniffed(session, file, options);
            if (options.repeats() == CsvOptions.Repeats.REFUSED) {
                names = dialect.names(session, file, found.columns().size(), options);
            }
        } catch (TableException e) {
            file.refuseOtherEncoding();
            throw CsvCheck.ragged(file, options)
                    .orElseGet(() -> TableException.insteadOf(e, file + " cannot be read\n  " + withoutAdvice(e)));
        }
        if (found.columns().size() == 1 && options.delimiter() == null) {
            CsvCheck.refuseLongTexts(file, options);
        }
        refuseRepeats(file, names);
        List<String> columns = found.columns().stream().map(Column::name).toList();
        new CsvCheck(file, options, dialect, columns).refuseBadRows(found);
        return found;
    }

    private static void refuseRepeats(CsvFile file, List<String> names) {
        SequencedMap<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            places.computeIfAbsent(names.get(i).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(i + 1);
        }
        List<String> repeated = places.entrySet().stream()
                .filter(name -> !name.getKey().isBlank() && name.getValue().size() > 1)
                .map(name -> "\"" + names.get(name.getValue().getFirst() - 1) + "\" stands above the columns "
                        + name.getValue().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .toList();
        if (!repeated.isEmpty()) {
            throw new TableException(file + " has a name more than once\n  " + String.join("\n  ", repeated)
                    + "\n  rename one of them; or let the second be called a_1:"
                    + " CsvOptions.sniffed().repeats(CsvOptions.Repeats.NUMBERED)");
        }
    }

    /// DuckDB goes on with advice about options of its own, and all of their values.
    private static String withoutAdvice(TableException failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .takeWhile(line -> !line.startsWith("Possible ") && !line.isBlank())
                .collect(Collectors.joining("\n  "));
    }

    /// Types of columns that are not there.
    private static void refuseUnknown(Session session, CsvFile file, CsvOptions options) {
        if (!options.types().isEmpty()) {
            String untyped = options.untyped().arguments();
            Schema found =
                    session.describe("SELECT * FROM read_csv(" + file.literal() + untyped + Names.FILE_ALONE + ")");
            options.types().keySet().forEach(found::column);
        }
    }

    @Override
    public boolean isSettled() {
        return false;
    }

    @Override
    public TableException explain(TableException failure) {
        return rejects.explain(failure);
    }
}
