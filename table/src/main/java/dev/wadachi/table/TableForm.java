package dev.wadachi.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a table is written into a file that others read, told by the ending of its name.
enum TableForm {
    CSV {
        @Override
        void write(Table table, Path file) {
            table.toCsv(file);
        }

        @Override
        Table read(Path file) {
            return Table.csv(file);
        }
    },
    PARQUET {
        @Override
        void write(Table table, Path file) {
            table.toParquet(file);
        }

        @Override
        Table read(Path file) {
            return Table.parquet(file);
        }
    },
    /// One array of objects. It is written only: read are its lines.
    JSON {
        @Override
        void write(Table table, Path file) {
            table.toJson(file);
        }

        @Override
        Table read(Path file) {
            throw new TableException("a table is not read from one array of JSON, as " + file.getFileName()
                    + " is; write an object a line, into a file that ends in .jsonl");
        }
    },
    JSONL {
        @Override
        void write(Table table, Path file) {
            table.toJsonLines(file);
        }

        @Override
        Table read(Path file) {
            return Table.jsonLines(file);
        }
    };

    /// How a file of this name is written; empty if its ending says nothing.
    static Optional<TableForm> of(String name) {
        return Arrays.stream(values())
                .filter(form -> name.endsWith("." + form.ending())
                        && name.length() > form.ending().length() + 1)
                .findFirst();
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// `.csv, .parquet, …`
    static String endings() {
        return Arrays.stream(values()).map(form -> "." + form.ending()).collect(Collectors.joining(", "));
    }

    abstract void write(Table table, Path file);

    abstract Table read(Path file);
}
