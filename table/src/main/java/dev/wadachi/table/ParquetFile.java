package dev.wadachi.table;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes rows as a Parquet file whose bytes depend on the rows and the behaviour version of this module alone.
///
/// Row groups hold 122,880 rows whatever the threads, and zstd has a fixed level; the file's metadata name the
/// DuckDB version, which counts in fingerprints as part of the module's behaviour, and no time.
final class ParquetFile {
    private static final String OPTIONS =
            "(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 3, ROW_GROUP_SIZE 122880, USE_TMP_FILE false)";

    private ParquetFile() {}

    /// Writes the file straight from the query; the rows do not pass through the Java heap.
    static void write(DuckDb duckDb, Relation rows, Path file) {
        try (Session session = duckDb.open(rows.lane())) {
            session.run("COPY (" + rows.sql() + ") TO " + Names.literal(file.toAbsolutePath().toString()) + " " + OPTIONS);
        } catch (TableException e) {
            deleteTorn(file, e);
            throw e;
        } finally {
            // The tables below keep their files only for as long as somebody holds them.
            Reference.reachabilityFence(rows);
        }
    }

    private static void deleteTorn(Path file, TableException e) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException suppressed) {
            e.addSuppressed(suppressed);
        }
    }
}
