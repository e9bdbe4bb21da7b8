package dev.wadachi.table;

import java.util.List;
import java.util.stream.Collectors;

/// One thing that is expected of a table, as SQL that counts what is not so.
sealed interface Rule {

    /// The expectation in words, to stand behind "expected that".
    String sentence();

    /// The columns that it speaks of.
    List<String> columns();

    /// An aggregate that counts the rows that break it.
    String broken();

    /// A query for rows that break it, over a table called `this`; empty if no row shows it.
    String examples();

    /// A condition that each row meets.
    ///
    /// @param otherwise a condition in SQL that is true of a row that breaks it, and null or false of all others
    record EachRow(String sentence, String column, String otherwise) implements Rule {
        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public String broken() {
            return "count(*) FILTER (WHERE " + otherwise + ")";
        }

        @Override
        public String examples() {
            return "SELECT * FROM this WHERE " + otherwise;
        }
    }

    /// No two rows have the same values in some columns; missing values count as equal.
    record Unique(List<String> columns) implements Rule {
        @Override
        public String sentence() {
            return String.join(", ", columns) + (columns.size() == 1 ? " is unique" : " are unique together");
        }

        @Override
        public String broken() {
            return "count(*) - count(DISTINCT row(" + quoted() + "))";
        }

        @Override
        public String examples() {
            return "SELECT " + quoted() + ", count(*) AS \"rows\" FROM this GROUP BY " + quoted()
                    + " HAVING count(*) > 1";
        }

        private String quoted() {
            return columns.stream().map(Names::quoted).collect(Collectors.joining(", "));
        }
    }

    /// The table has so many rows.
    record Rows(long least, long most) implements Rule {
        @Override
        public String sentence() {
            return most == Long.MAX_VALUE
                    ? least == 1 ? "there is at least 1 row" : "there are at least " + Preview.grouped(least) + " rows"
                    : "there are " + Preview.grouped(least) + " to " + Preview.grouped(most) + " rows";
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public String broken() {
            return "CASE WHEN count(*) BETWEEN " + least + " AND " + most + " THEN 0 ELSE 1 END";
        }

        @Override
        public String examples() {
            return "";
        }
    }
}
