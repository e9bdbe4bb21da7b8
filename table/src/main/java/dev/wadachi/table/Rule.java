package dev.wadachi.table;

import java.util.List;
import java.util.stream.Collectors;

/// One thing that is expected of a table, as SQL that counts what is not so.
sealed interface Rule {

    /// The expectation in words, to stand behind "expected that".
    String sentence();

    /// The columns that it speaks of.
    List<String> columns();

    /// An aggregate that counts the rows that break it; 1 if they do so all together.
    String broken();

    /// An aggregate that tells what was measured; null if nothing but rows is counted.
    default String measured() {
        return "NULL";
    }

    /// A query for rows that break it, over a table called `this`; empty if no row shows it.
    String examples();

    /// A condition that each row meets.
    ///
    /// @param otherwise a condition in SQL that is true of a row that breaks it, and null or false of all others
    record EachRow(String sentence, List<String> columns, String otherwise) implements Rule {
        public EachRow {
            columns = List.copyOf(columns);
        }

        // A FILTER would take several times as long.
        @Override
        public String broken() {
            return "count(CASE WHEN " + otherwise + " THEN 1 END)";
        }

        @Override
        public String examples() {
            return "SELECT * FROM this WHERE " + otherwise;
        }
    }

    /// At most a share of a column's values is missing.
    record Missing(String column, double share) implements Rule {
        @Override
        public String sentence() {
            return column + " is missing in at most " + Preview.percent(share) + " of the rows";
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public String broken() {
            String missing = "count(*) - count(" + Names.quoted(column) + ")";
            return "CASE WHEN " + missing + " > " + share + " * count(*) THEN " + missing + " ELSE 0 END";
        }

        @Override
        public String examples() {
            return "SELECT * FROM this WHERE " + Names.quoted(column) + " IS NULL";
        }
    }

    /// What an aggregate of a column gives lies within bounds; where there is no value, there is nothing to expect.
    ///
    /// @param aggregate in SQL
    /// @param least     the least that is fine, as a literal
    /// @param most      the most that is fine, as a literal
    /// @param printed   in SQL, how what was measured is told, and which rows stand for it: `{value}` is the aggregate
    record Measure(String sentence, String column, String aggregate, String least, String most, String printed)
            implements Rule {
        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public String broken() {
            return "CASE WHEN NOT (" + aggregate + " BETWEEN " + least + " AND " + most + ") THEN 1 ELSE 0 END";
        }

        @Override
        public String measured() {
            return printed.replace("{value}", aggregate);
        }

        /// The ends of the column: which of them is told with what was measured.
        String examples(String measured) {
            return "SELECT * FROM this WHERE " + Names.quoted(column) + " IS NOT NULL ORDER BY " + Names.quoted(column)
                    + (measured.endsWith("smallest are") ? " ASC" : " DESC");
        }

        @Override
        public String examples() {
            return examples("");
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
