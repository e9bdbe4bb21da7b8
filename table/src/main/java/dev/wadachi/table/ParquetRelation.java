package dev.wadachi.table;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rows of a Parquet file. Nothing is opened before somebody asks.
final class ParquetRelation implements Relation {
    private final Supplier<Path> file;
    private volatile @Nullable Schema schema;
    private volatile @Nullable Declared declared;

    private ParquetRelation(Supplier<Path> file) {
        this.file = file;
    }

    static ParquetRelation of(Path file) {
        return new ParquetRelation(() -> file);
    }

    /// @param file asked whenever the file is needed, and not before
    static ParquetRelation of(Supplier<Path> file) {
        return new ParquetRelation(file);
    }

    Path file() {
        Path path = file.get();
        Paths.mustExist(path);
        return path;
    }

    @Override
    public String sql() {
        return "SELECT * FROM " + rowsSql();
    }

    /// The rows, to stand behind FROM.
    String rowsSql() {
        return "read_parquet(" + Names.literal(file()) + Names.FILE_ALONE + ")";
    }

    /// The rows with their numbers from 0 in a column `file_row_number`, to stand behind FROM.
    String numberedSql() {
        return "read_parquet(" + Names.literal(file()) + ", file_row_number = true" + Names.FILE_ALONE + ")";
    }

    @Override
    public Schema schema() {
        Schema known = schema;
        if (known == null) {
            Path path = file();
            try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
                known = session.describe(sql());
            } catch (TableException e) {
                throw new TableException("the Parquet file " + path + " cannot be read\n  " + e.getMessage(), e);
            }
            schema = known;
        }
        return known;
    }

    @Override
    public Declared declared() {
        Declared known = declared;
        if (known == null) {
            try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
                String text = session.texts("SELECT any_value(decode(value)) FROM parquet_kv_metadata("
                                + Names.literal(file()) + ") WHERE decode(key) = " + Names.literal(Declared.KEY))
                        .getFirst();
                known = text == null ? Declared.NOTHING : Declared.of(text);
            }
            declared = known;
        }
        return known;
    }

    @Override
    public boolean isSettled() {
        return true;
    }
}
