package dev.wadachi.table;

import java.nio.file.Path;

/// The rows of a CSV file. Its dialect is found out when its schema is asked for.
record CsvRelation(String sql, Schema schema) implements Relation {

    static CsvRelation of(Path file, CsvOptions options) {
        Paths.mustExist(file);
        String read = "read_csv(" + Names.literal(file) + options.arguments() + ")";
        try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
            Schema found = session.describe("SELECT * FROM " + read);
            for (String declared : options.types().keySet()) {
                found.column(declared);
            }
            return new CsvRelation(Storable.select(found, read), Storable.schema(found));
        } catch (TableException e) {
            throw new TableException("the CSV file " + file + " cannot be read\n" + e.getMessage(), e);
        }
    }

    @Override
    public boolean isSettled() {
        return false;
    }
}
