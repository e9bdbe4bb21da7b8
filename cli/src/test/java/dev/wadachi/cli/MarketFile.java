package dev.wadachi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A project of one file whose tasks give tables, a record and a record of tables, with its data beside it.
final class MarketFile {

    private static final String SOURCE = """
            import dev.wadachi.table.Table;
            import dev.wadachi.task.*;
            import java.time.LocalDate;
            import java.util.List;

            /// What a market sells.
            public record Market(@Default("2") int least) implements Pipeline {
                Task<Table> sales() { return new Sales("sales.csv"); }
                public Task<Table> daily() { return new Daily(sales(), least); }
                public Task<Score> score() { return new Assess(daily(), least); }
                public Task<Split> split() { return new Halve(daily()); }
                public Task<Drawn> draw() { return new Draw(daily()); }
                public Task<String> note() { return new Note(); }
            }

            record Score(double mean, int least) {}

            record Split(Table train, Table test) {}

            record Sales(String file) implements Source<Table> {
                public Stamp stamp(Resources from) { return Stamp.ofFile(from.path(file)); }
                public Table run(Context in) { return Table.csv(in.path(file)); }
            }

            record Daily(Task<Table> sales, int least) implements Task<Table> {
                public Table run(Context in) {
                    return in.load(sales).sql(
                            "select day, item, sum(pieces)::int as pieces from this group by all having sum(pieces) >= "
                            + least + " order by day, item");
                }
            }

            record Assess(Task<Table> daily, int least) implements Task<Score> {
                public Score run(Context in) {
                    double sum = 0;
                    double[] pieces = in.load(daily).doubles("pieces");
                    for (double piece : pieces) sum += piece;
                    in.metric("mean", sum / pieces.length);
                    return new Score(sum / pieces.length, least);
                }
            }

            record Halve(Task<Table> daily) implements Task<Split> {
                public Split run(Context in) {
                    Table all = in.load(daily);
                    return new Split(
                            all.sql("select * from this where day < date '2026-01-02'"),
                            all.sql("select * from this where day >= date '2026-01-02'"));
                }
            }

            record Drawn(Table train, Table test) {}

            record Draw(Task<Table> daily) implements Task<Drawn> {
                public Drawn run(Context in) {
                    var split = in.load(daily).timed("day").split(0.5).because("days are alike").randomly();
                    return new Drawn(split.train(), split.test());
                }
            }

            record Note() implements Task<String> {
                public String run(Context in) { return "sold out"; }
            }
            """;

    private static final String SALES = """
            day,item,pieces
            2026-01-01,tea,3
            2026-01-01,tea,2
            2026-01-01,rice,4
            2026-01-02,tea,7
            2026-01-02,rice,1
            2026-01-02,rice,1
            """;

    private MarketFile() {}

    /// The command in a folder with the file and its data; nothing was run yet.
    static Captured in(Path folder) {
        try {
            Files.writeString(folder.resolve("Market.java"), SOURCE);
            sales(folder, SALES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Captured.in(folder);
    }

    /// Other data from now on.
    static void sales(Path folder, String csv) throws IOException {
        Files.writeString(folder.resolve("sales.csv"), csv);
    }

    /// The data as they are at first.
    static String sales() {
        return SALES;
    }
}
