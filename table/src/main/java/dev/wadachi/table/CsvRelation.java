package dev.wadachi.table;

import java.nio.file.Path;

/// The rows of a CSV file. Its dialect is found out when its schema is asked for.
///
/// @param rejects where its bad rows are found, once there are some
record CsvRelation(String sql, Schema schema, CsvRejects rejects) implements Relation {

    static CsvRelation of(Path file, CsvOptions options) {
        Paths.mustExist(file);
        String read = "read_csv(" + Names.literal(file) + options.arguments() + ")";
        try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
            Schema found = session.describe("SELECT * FROM " + read);
            for (String declared : options.types().keySet()) {
                found.column(declared);
            }
            return new CsvRelation(
                    Storable.select(found, read), Storable.schema(found), new CsvRejects(file, options, found));
        } catch (TableException e) {
            throw new TableException("the CSV file " + file + " cannot be read\n" + e.getMessage(), e);
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
