package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The rows of a file of JSON lines. Its columns are found out when its schema is asked for, from all of its lines: a
/// member that is first seen late is no surprise later.
record JsonRelation(Path file, String sql, Schema schema) implements Relation {
    private static final int SHOWN = 10;

    static JsonRelation of(Path file) {
        Paths.mustExist(file);
        String read = "read_json(" + Names.literal(file)
                + ", format = 'newline_delimited', records = true, sample_size = -1" + Names.FILE_ALONE + ")";
        try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
            Schema found = session.describe("SELECT * FROM " + read);
            return new JsonRelation(file, Storable.select(found, read), Storable.schema(found));
        } catch (TableException e) {
            throw explained(file, e);
        }
    }

    @Override
    public boolean isSettled() {
        return false;
    }

    @Override
    public TableException explain(TableException failure) {
        return explained(file, failure);
    }

    /// The failure with every line that is no JSON object; as it was if lines are not what is wrong.
    private static TableException explained(Path file, TableException failure) {
        List<String> problems = new ArrayList<>();
        long count = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String problem = line.isBlank() ? "" : problem(line);
                if (!problem.isEmpty() && count++ < SHOWN) {
                    problems.add("line " + Preview.grouped(number) + ": " + problem);
                }
                number++;
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        if (count == 0) {
            return new TableException(
                    "the file of JSON lines " + file + " cannot be read\n" + failure.getMessage(), failure);
        }
        if (count > SHOWN) {
            problems.add("and " + Preview.grouped(count - SHOWN) + " more");
        }
        return new TableException(
                "the file of JSON lines " + file + " has "
                        + (count == 1 ? "a bad line" : Preview.grouped(count) + " bad lines") + "\n  "
                        + String.join("\n  ", problems),
                failure);
    }

    private static String problem(String line) {
        try {
            return Json.parse(line) instanceof JsonObject ? "" : "there is no object";
        } catch (JsonException e) {
            return String.valueOf(e.getMessage()).replaceFirst("line 1, ", "");
        }
    }
}
