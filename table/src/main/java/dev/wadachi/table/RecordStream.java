package dev.wadachi.table;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.duckdb.DuckDBReadableVector;

/// Rows as records, of which a chunk of at most 2,048 is in memory at a time. Holds the table, so that its rows stay
/// where they are kept for as long as the stream is read.
final class RecordStream<R extends Record> implements Iterator<R> {
    private final Table table;
    private final RecordShape.Reading<R> reading;
    private final Session session;
    private final Session.Cursor cursor;
    private DuckDBReadableVector[] vectors = {};
    private int row;
    private int rows;
    private long number;

    private RecordStream(Table table, RecordShape.Reading<R> reading, Session session, Session.Cursor cursor) {
        this.table = table;
        this.reading = reading;
        this.session = session;
        this.cursor = cursor;
    }

    static <R extends Record> Stream<R> of(Table table, RecordShape<R> shape) {
        RecordShape.Reading<R> reading = shape.readingFrom(table.schema());
        Relation relation = table.settled();
        Session session = DuckDb.shared().open(relation.lane());
        try {
            var cursor = session.open("SELECT " + reading.select() + " FROM (" + relation.sql() + ")");
            var records = new RecordStream<>(table, reading, session, cursor);
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(
                                    records, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
                            false)
                    .onClose(records::close);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        while (row == rows) {
            if (!cursor.nextChunk()) {
                return false;
            }
            row = 0;
            rows = cursor.rows();
            vectors = cursor.vectors(reading.width());
        }
        return true;
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more rows of " + table);
        }
        return reading.record(vectors, row++, number++);
    }

    private void close() {
        try (session) {
            cursor.close();
        }
    }
}
