package dev.wadachi.table;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.StringJoiner;

/// Writes rows as a Parquet file whose bytes depend on the rows and the behaviour version of this module alone.
///
/// DuckDB alone does not promise that. Three things are settled here:
///
/// - *Row groups.* DuckDB closes a group at the end of a chunk, and chunks are ragged behind a filter, differently so
///   with one thread. Every group but the last shall hold 122,880 rows; a file where one does not is written again,
///   its rows in the order that they have. That happens to results of more than one group only.
/// - *Marks of missing values.* Whether a column's levels are written as one run or as many depends on whether its
///   vectors carry a mask, even one that masks nothing; sources and operators differ in that. `CASE` gives every vector
///   a mask and costs nothing to speak of.
/// - *The rest.* zstd has a fixed level; the metadata name no time, but the version of DuckDB, which counts in
///   fingerprints as part of the module's behaviour.
final class ParquetFile {
    /// Rows of a row group.
    static final int GROUP = 122_880;

    private static final String OPTIONS =
            "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 3, ROW_GROUP_SIZE " + GROUP + ", USE_TMP_FILE false";

    private ParquetFile() {}

    /// Writes the file straight from the query; the rows do not pass through the Java heap.
    static void write(DuckDb duckDb, Relation rows, Path file) {
        try (Session session = duckDb.open(rows.lane())) {
            Declared declared = rows.declared();
            if (!(rows instanceof MemoryRelation arrays) || !writeStaged(duckDb, arrays, file)) {
                session.run(copy(rows.schema(), "(" + rows.writingSql() + ")", file, declared));
            }
            if (isRagged(session, file)) {
                regroup(session, rows.schema(), file, declared);
            }
        } catch (TableException e) {
            deleteTorn(file, e);
            throw rows.explain(e);
        } finally {
            // The tables below keep their files only for as long as somebody holds them.
            Reference.reachabilityFence(rows);
        }
    }

    /// Whether the arrays could go the fast way.
    private static boolean writeStaged(DuckDb duckDb, MemoryRelation arrays, Path file) {
        if (!StagedArrays.canTake(arrays.columns())) {
            return false;
        }
        try (var staged = StagedArrays.of(arrays.columns(), duckDb.settings(arrays.lane()))) {
            staged.run(copy(arrays.schema(), StagedArrays.NAME, file, arrays.declared()));
            return true;
        } catch (ArithmeticException e) {
            // A day beyond DuckDB's calendar: the other way names its row.
            return false;
        }
    }

    private static String copy(Schema schema, String source, Path file, Declared declared) {
        var masked = new StringJoiner(", ");
        for (Column column : schema.columns()) {
            String name = Names.quoted(column.name());
            masked.add("CASE WHEN " + name + " IS NULL THEN NULL ELSE " + name + " END AS " + name);
        }
        String target = Names.literal(file.toAbsolutePath().toString());
        String metadata = declared.isNothing()
                ? ""
                : ", KV_METADATA {" + Declared.KEY + ": " + Names.literal(declared.text()) + "}";
        return "COPY (SELECT " + masked + " FROM " + source + ") TO " + target + " (" + OPTIONS + metadata + ")";
    }

    private static boolean isRagged(Session session, Path file) {
        return session.number(
                        "SELECT count(*) FROM (SELECT row_group_id, any_value(row_group_num_rows) AS size FROM parquet_metadata("
                                + Names.literal(file)
                                + ") GROUP BY row_group_id ORDER BY row_group_id DESC OFFSET 1) WHERE size <> " + GROUP)
                > 0;
    }

    private static void regroup(Session session, Schema schema, Path file, Declared declared) {
        Path whole = file.resolveSibling(file.getFileName() + ".regrouped");
        String inOrder = "(FROM read_parquet(" + Names.literal(file) + ", file_row_number = true" + Names.FILE_ALONE
                + ") ORDER BY file_row_number)";
        session.run(copy(schema, inOrder, whole, declared));
        try {
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TableException("the table could not be written to " + file + ": " + e, e);
        }
    }

    private static void deleteTorn(Path file, TableException e) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".regrouped"));
        } catch (IOException suppressed) {
            e.addSuppressed(suppressed);
        }
    }
}
