package dev.wadachi.table;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rows under way to a database by one statement, a batch at a time.
final class Sending {
    private static final int BATCH = 1_000;

    /// As the drivers of PostgreSQL and others name a place in the batch, from 0.
    private static final Pattern ENTRY = Pattern.compile("(?i)batch entry ([0-9]+)");

    private final PreparedStatement statement;
    private final List<TargetColumn> columns;
    private final int[] places;
    private final int batch;
    private final SinkFailure failure;
    private final List<List<@Nullable String>> held = new ArrayList<>();
    private long sent;

    /// @param columns those that the statement has places for
    /// @param places of which a row's cells these are, from 0
    /// @param kind SQLite, which is in this process, is sent one row at a time: of a batch it does not say which failed
    Sending(
            PreparedStatement statement,
            List<TargetColumn> columns,
            int[] places,
            DatabaseKind kind,
            SinkFailure failure) {
        this.statement = statement;
        this.columns = columns;
        this.places = places;
        this.batch = kind == DatabaseKind.SQLITE ? 1 : BATCH;
        this.failure = failure;
    }

    /// Sends a row, or holds it until there are enough.
    ///
    /// @throws TableException if the database does not take it
    void row(List<@Nullable String> cells) {
        List<@Nullable String> own = new ArrayList<>(places.length);
        for (int place : places) {
            own.add(cells.get(place));
        }
        held.add(own);
        try {
            for (int i = 0; i < places.length; i++) {
                columns.get(i).bind(statement, i + 1, own.get(i));
            }
            statement.addBatch();
        } catch (SQLException e) {
            throw failure.of(e, sent + held.size(), columns, own);
        }
        if (held.size() == batch) {
            flush();
        }
    }

    /// Sends what is held.
    ///
    /// @return the number of all rows
    long finish() {
        if (!held.isEmpty()) {
            flush();
        }
        return sent;
    }

    private void flush() {
        try {
            statement.executeBatch();
        } catch (BatchUpdateException e) {
            SQLException told = e.getNextException() == null ? e : e.getNextException();
            int place = place(e);
            throw place < held.size() ? failure.of(told, sent + place + 1, columns, held.get(place)) : failure.of(told);
        } catch (SQLException e) {
            throw held.size() == 1 ? failure.of(e, sent + 1, columns, held.getFirst()) : failure.of(e);
        }
        sent += held.size();
        held.clear();
    }

    /// The place of the row that failed, from 0; behind all if the driver does not tell.
    private int place(BatchUpdateException e) {
        int[] counts = e.getUpdateCounts();
        if (counts != null && counts.length < held.size()) {
            return counts.length;
        }
        Matcher entry = ENTRY.matcher(String.valueOf(e.getMessage()));
        return entry.find() ? Integer.parseInt(entry.group(1)) : held.size();
    }
}
