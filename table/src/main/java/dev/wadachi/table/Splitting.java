package dev.wadachi.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// How a table is split into rows to learn from and rows to test with. The same table, share and seed give the same
/// split, in any process and with any number of threads.
///
/// ```java
/// Split split = sales.split(0.2).byTime("date");
/// ```
///
/// Immutable.
public final class Splitting {
    private final Table table;
    private final double testShare;
    private final long seed;
    private final Optional<String> reason;

    Splitting(Table table, double testShare) {
        this(table, testShare, 0, Optional.empty());
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException(
                    "the share of the test must be above 0 and below 1, but was " + testShare);
        }
    }

    private Splitting(Table table, double testShare, long seed, Optional<String> reason) {
        this.table = table;
        this.testShare = testShare;
        this.seed = seed;
        this.reason = reason;
    }

    /// The same with another seed, which decides what chance does; 0 unless said.
    public Splitting seed(long number) {
        return new Splitting(table, testShare, number, reason);
    }

    /// The same with a reason why chance may decide although the rows have a time; both sides carry it as a
    /// [remark][Table#remarks].
    public Splitting because(String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("a reason says something; reports print it");
        }
        return new Splitting(table, testShare, seed, Optional.of(why));
    }

    /// Tests with the newest rows. Rows of one time stay together, so the share is met as nearly as times allow.
    ///
    /// @throws TableException if there is no such column, it holds neither dates nor timestamps, a value is missing, or
    /// all rows are of one time
    public Split byTime(String time) {
        Column column = complete(table, time);
        String name = Names.quoted(column.name());
        String cut = answer("quantile_disc(" + name + ", " + (1 - testShare) + ")");
        String last = answer("max(" + name + ")");
        if (cut.equals(last)) {
            if (answer("min(" + name + ")").equals(last)) {
                throw new TableException("all rows have the same " + column.name() + " (" + last
                        + "), so none would be left to learn from; split by a finer time, by group (.byGroup(…)),"
                        + " or by chance (.because(\"…\").randomly())");
            }
            // The share's end lies among the newest rows: they are the test.
            return from(table, time, typed(last, column));
        }
        return of(table, name + " > " + typed(cut, column));
    }

    /// Tests with all rows of some groups, and learns from all rows of the others: whether what was learned holds for a
    /// shop that was never seen.
    ///
    /// @param columns that tell groups apart
    /// @throws TableException if there is no such column, or there are fewer than two groups
    public Split byGroup(String... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("say which columns tell groups apart");
        }
        var names = new StringJoiner(", ");
        Arrays.stream(columns)
                .forEach(name ->
                        names.add(Names.quoted(table.schema().column(name).name())));
        String hash = hash(names.toString());
        long groups = Long.parseLong(answer("count(DISTINCT " + hash + ")"));
        if (groups < 2) {
            throw new TableException(
                    "a split by " + String.join(", ", columns) + " needs two groups, but there is " + groups);
        }
        long tested = Math.clamp(Math.round(testShare * groups), 1, groups - 1);
        String cut = Preview.only(
                table.sql("SELECT DISTINCT " + hash + " AS h FROM this ORDER BY h LIMIT 1 OFFSET " + tested));
        return of(table, hash + " < " + cut + "::UBIGINT");
    }

    /// Tests with the same share of the rows of each value of a column, chosen by chance.
    ///
    /// @throws TableException if there is no such column, or the rows have a time and no reason was given
    public Split stratified(String column) {
        String name = Names.quoted(table.schema().column(column).name());
        return byChance("PARTITION BY " + name + " ");
    }

    /// Tests with rows chosen by chance.
    ///
    /// @throws TableException if the rows have a time and no reason was given
    public Split randomly() {
        return byChance("");
    }

    private Split byChance(String partition) {
        refuseUnlessThereIsAReason();
        String number = table.schema().freeName();
        String rank = "row_number() OVER (" + partition + "ORDER BY " + hash(number) + ", " + number + ")";
        String isTest = rank + " <= round(" + testShare + " * count(*) OVER (" + partition + "))";
        return remarked(new Split(chosen(number, "NOT " + isTest), chosen(number, isTest)));
    }

    private Table chosen(String number, String condition) {
        var columns = new StringJoiner(", ");
        table.schema().names().forEach(name -> columns.add(Names.quoted(name)));
        return table.sql("SELECT " + columns + " FROM (SELECT *, row_number() OVER () AS " + number
                + " FROM this) QUALIFY " + condition + " ORDER BY " + number);
    }

    private void refuseUnlessThereIsAReason() {
        Optional<String> time = table.timeColumn();
        if (time.isPresent() && reason.isEmpty()) {
            throw new TableException("the rows have a time (column \"" + time.get()
                    + "\"), and chance would let what is learned see the days that it is tested with"
                    + "\n  split by time: .byTime(\"" + time.get()
                    + "\"), or say why chance is right here: .because(\"…\"), which reports print");
        }
    }

    private Split remarked(Split split) {
        if (reason.isEmpty()) {
            return split;
        }
        String remark = "split by chance"
                + table.timeColumn()
                        .map(time -> " although the rows have a time (" + time + ")")
                        .orElse("")
                + ", because: " + reason.get();
        return new Split(split.train().remarked(remark), split.test().remarked(remark));
    }

    static Split from(Table table, String time, String first) {
        return of(table, Names.quoted(complete(table, time).name()) + " >= " + first);
    }

    private static Split of(Table table, String isTest) {
        return new Split(
                table.sql("SELECT * FROM this WHERE NOT (" + isTest + ")"),
                table.sql("SELECT * FROM this WHERE " + isTest));
    }

    /// The column, of which no value is missing: such a row would belong nowhere.
    private static Column complete(Table table, String time) {
        Column column = table.schema().time(time);
        long missing = table.read(reader -> reader.missing(column));
        if (missing > 0) {
            throw new TableException("column \"" + column.name() + "\" has no value in " + Preview.grouped(missing)
                    + " rows, which cannot be split by it; leave them out in SQL: WHERE " + column.name()
                    + " IS NOT NULL");
        }
        return column;
    }

    private String answer(String aggregate) {
        String answer = table.read(reader -> reader.answers(List.of(aggregate))).getFirst();
        if (answer == null) {
            throw new TableException("a table without rows cannot be split");
        }
        return answer;
    }

    private static String typed(String value, Column column) {
        return "CAST(" + Names.literal(value) + " AS " + column.type() + ")";
    }

    private String hash(String values) {
        return "hash(" + values + ", " + seed + ")";
    }
}
