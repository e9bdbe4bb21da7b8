package dev.wadachi.table;

import java.sql.SQLException;

/// What DuckDB says when something goes wrong, made fit for people.
final class Complaint {
    private Complaint() {}

    /// The message without the driver's prefix and without trailing blank lines.
    static String of(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.replaceFirst("^java\\.sql\\.SQLException: ", "").strip();
    }
}
