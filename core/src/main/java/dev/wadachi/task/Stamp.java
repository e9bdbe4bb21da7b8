package dev.wadachi.task;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The state that an outside was in, as a short text: equal stamps, equal contents.
///
/// @param text at most 1,000 characters
public record Stamp(String text) {

    private static final int LONGEST = 1_000;

    /// Refuses an empty or overlong text.
    public Stamp {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a stamp has 1 to " + LONGEST + " characters, but this has "
                    + text.length() + "; use Stamp.of(Digest) for long contents");
        }
    }

    /// A stamp of one's own: a version, an ETag, a newest timestamp.
    public static Stamp of(String text) {
        return new Stamp(text);
    }

    /// A stamp that is a content hash.
    public static Stamp of(Digest digest) {
        return new Stamp(digest.hex());
    }

    /// The contents of a file: touching it changes nothing, changing a byte does.
    ///
    /// Asked by the engine, the file is read again only when its size, time or number changed.
    ///
    /// @throws UncheckedIOException if there is no such file, it is a folder, a pipe or a device, or it cannot be read
    public static Stamp ofFile(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString(), null, "there is no such file");
            }
            return of(Contents.current().ofFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files of a folder and of all folders in it, by their names and contents; empty folders do not count.
    ///
    /// Asked by the engine, only files are read again whose size, time or number changed.
    ///
    /// @throws UncheckedIOException if there is no such folder, a file cannot be read, or a pipe or device lies in it
    public static Stamp ofFolder(Path folder) {
        try {
            return of(Contents.current().totalOf(folder).digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a query answers, in whatever order. The query may be that of the data, or a cheap one that tells its
    /// version: `select max(changed_at), count(*) from sales`.
    ///
    /// Names of columns and values count. Values count as the driver writes them as text, so a session's time zone can
    /// show in times with a zone: `wadachi` runs in UTC.
    ///
    /// @throws SQLException if the database does not answer
    public static Stamp ofQuery(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection()) {
            // PostgreSQL sends rows piece by piece only within a transaction.
            connection.setAutoCommit(false);
            try {
                return ofQuery(connection, query);
            } finally {
                connection.rollback();
            }
        }
    }

    /// The same within a transaction that is under way, which sees its own changes.
    ///
    /// @throws SQLException if the database does not answer
    public static Stamp ofQuery(Connection connection, String query) throws SQLException {
        return of(QueryState.digest(connection, query));
    }

    /// What a web server says of a page without sending it: its ETag, or else when it was last modified.
    ///
    /// Waits 20 seconds at most for the connection and for the answer. Redirects from HTTPS to HTTP, and to anything
    /// but the web, are not followed.
    ///
    /// @param page begins with `http://` or `https://`
    /// @throws UncheckedIOException if the server does not answer 200, or says nothing that tells a change
    public static Stamp ofWeb(URI page) {
        try {
            return of(WebState.of(page).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
