package dev.wadachi.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/// Keeps the rows of a lazy table once they were read, so that reading again computes nothing. Writing alone keeps
/// nothing: it goes straight to its file.
///
/// The file is the very one that [TableCodec] would store, so a table that was read is stored by
/// a copy.
final class Keeping {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Relation origin;
    private final Garbage garbage;
    private @Nullable ParquetRelation kept;

    private Keeping(Relation origin, Garbage garbage) {
        this.origin = origin;
        this.garbage = garbage;
    }

    /// @param owner when nobody holds it any more, the rows are thrown away
    static Keeping of(Object owner, Relation origin) {
        var garbage = new Garbage();
        CLEANER.register(owner, garbage);
        return new Keeping(origin, garbage);
    }

    /// What must go with the owner; holds no reference to it.
    private static final class Garbage implements Runnable {
        private @Nullable Path file;

        synchronized void add(Path path) {
            file = path;
        }

        @Override
        public synchronized void run() {
            try {
                if (file != null) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                // Somebody reads it still, as only Windows minds; it goes at the end of the process.
            }
        }
    }

    /// The rows where they are now.
    synchronized Relation current() {
        return kept == null ? origin : kept;
    }

    /// The rows where they can be read again and again.
    synchronized Relation settled() {
        return origin.isSettled() ? origin : inFile();
    }

    /// The rows in a Parquet file.
    synchronized ParquetRelation inFile() {
        if (origin instanceof ParquetRelation file) {
            return file;
        }
        if (kept == null) {
            Path file = DuckDb.shared().newFile(".parquet");
            garbage.add(file);
            ParquetFile.write(DuckDb.shared(), origin, file);
            kept = ParquetRelation.of(file);
        }
        return kept;
    }

    /// Writes the rows as Parquet.
    void writeTo(Path file) {
        Relation now = origin.isVolatile() ? settled() : current();
        if (now == origin) {
            ParquetFile.write(DuckDb.shared(), origin, file);
            return;
        }
        try {
            Files.copy(((ParquetRelation) now).file(), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the table could not be written to " + file, e);
        }
    }
}
