package dev.wadachi.table;

import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Rows of named, typed columns, immutable: a CSV or Parquet file, arrays, or the result of SQL over other tables.
///
/// A table is lazy. Making one from a file reads at most the file's head, making one by SQL only checks the query;
/// rows are computed when they are first read, then kept in a temporary file for as long as the table is
/// reachable. What goes to a file or a store goes there without passing through the Java heap.
///
/// The rows of a table have a defined order, and equal tables give equal files; what SQL leaves open is settled as
/// [the package][dev.wadachi.table] describes. `equals` is identity. Thread-safe.
///
/// ```java
/// Table sales = Table.csv(Path.of("sales.csv"));
/// Table weekly = sales.sql("select store, date_trunc('week', date) as week, sum(sales) as sales from this group by
/// all");
/// double[] y = weekly.doubles("sales");
/// ```
public final class Table {
    private final Relation origin;
    private final Keeping keeping;

    Table(Relation origin) {
        this.origin = origin;
        this.keeping = Keeping.of(this, origin);
    }

    /// Returns the rows of a CSV file whose dialect and types are found out.
    ///
    /// @throws TableException if there is no such file, or it is no CSV
    public static Table csv(Path file) {
        return csv(file, CsvOptions.sniffed());
    }

    /// Returns the rows of a CSV file.
    ///
    /// @throws TableException if there is no such file, or it is not as the options say
    public static Table csv(Path file, CsvOptions options) {
        return new Table(CsvRelation.of(file, options));
    }

    /// Returns the rows of a Parquet file, whoever wrote it.
    ///
    /// Instants that Spark wrote in its older way, in 96 bits, come as `TIMESTAMP` in UTC: such a file says nothing of
    /// a zone.
    ///
    /// @throws TableException if there is no such file, or, once it is read, it is not Parquet
    public static Table parquet(Path file) {
        Paths.mustExist(file);
        return new Table(ParquetRelation.of(file));
    }

    /// Returns the rows of a file of JSON lines: an object on each line, its members as columns. Types are found out
    /// from all lines; a member that is not there is a missing value; objects and lists become structs and lists.
    ///
    /// @throws TableException if there is no such file, or a line is no JSON object: it names the line
    public static Table jsonLines(Path file) {
        return new Table(JsonRelation.of(file));
    }

    /// Returns the result of a query to a database. It is asked now, once, with any driver on the class path; its rows
    /// go to a temporary file without being held in memory, and the connection is closed.
    ///
    /// Whole numbers, decimals of known digits, floating-point numbers, texts, logical values, dates, timestamps
    /// without and with zone, and missing values come as they are; other types are refused with what to cast them to.
    /// What the query leaves open about the order of rows, the database decides: end it with `ORDER BY`.
    ///
    /// @throws TableException if the database refuses, or gives what no column holds
    public static Table jdbc(DataSource database, String query) {
        return JdbcRelation.read(database, query);
    }

    /// Returns a row for each record, a column for each component.
    ///
    /// @throws TableException if the list is empty (see [#of(Class, List)]) or a component is of a type that no column
    /// holds
    public static <R extends Record> Table of(List<R> rows) {
        if (rows.isEmpty()) {
            throw new TableException("an empty list does not tell its columns; write Table.of(Row.class, rows)");
        }
        @SuppressWarnings("unchecked")
        var type = (Class<R>) rows.getFirst().getClass();
        return of(type, rows);
    }

    /// Returns a row for each record, a column for each component.
    ///
    /// @throws TableException if a component is of a type that no column holds
    public static <R extends Record> Table of(Class<R> type, List<R> rows) {
        return new Table(MemoryRelation.of(RecordShape.of(type).columns(rows)));
    }

    /// Returns the result of a query over named tables.
    ///
    /// @param tables each under the name by which the query calls it
    /// @throws TableException if the query does not work: it shows the place
    public static Table query(String sql, Map<String, Table> tables) {
        return query(sql, tables, Volatile.REFUSED);
    }

    /// Returns the result of a query over named tables that may or may not ask for `random()`, `now()` and the like.
    ///
    /// @throws TableException if the query does not work: it shows the place
    public static Table query(String sql, Map<String, Table> tables, Volatile repeatable) {
        return new Table(QueryRelation.of(sql, tables, repeatable));
    }

    /// Returns the result of a query over those of many tables that it mentions.
    ///
    /// @throws TableException if the query does not work: it shows the place, and which tables there are
    public static Table query(String sql, NamedTables tables, Volatile repeatable) {
        return query(sql, MentionedTables.in(sql, tables), repeatable);
    }

    /// Returns the result of a query that calls this table `this`.
    ///
    /// @throws TableException if the query does not work: it shows the place
    public Table sql(String query) {
        return sql(query, Map.of());
    }

    /// Returns the result of a query that calls this table `this` and others by their names.
    ///
    /// @throws TableException if the query does not work: it shows the place
    public Table sql(String query, Map<String, Table> others) {
        return sql(query, others, Volatile.REFUSED);
    }

    /// Returns the result of a query that may or may not ask for `random()`, `now()` and the like.
    ///
    /// @throws TableException if the query does not work: it shows the place
    public Table sql(String query, Map<String, Table> others, Volatile repeatable) {
        var tables = new TreeMap<>(others);
        if (tables.putIfAbsent("this", this) != null) {
            throw new TableException("in a query over a table, \"this\" is that table; call the other by another name");
        }
        return query(query, tables, repeatable);
    }

    /// Returns the same rows, of which a column says when each happened. What is declared stays with the table when it
    /// is stored, and with results of SQL that keep the column under its name. A random split of such a table is
    /// refused unless a reason is given.
    ///
    /// @throws TableException if there is no such column, or it holds neither dates nor timestamps
    public Table timed(String column) {
        return new Table(new DeclaredRelation(
                this, declared().timed(schema().time(column).name())));
    }

    /// Returns the column that says when each row happened, if one was declared.
    public Optional<String> timeColumn() {
        return declared().time();
    }

    /// Returns what reports print of this table, such as why a split of it was random.
    public List<String> remarks() {
        return declared().remarks();
    }

    /// Begins a join with the newest features that were known when each row happened.
    ///
    /// @param features rows of other columns, each with the time from which it was known
    public AsOf asOf(Table features) {
        return new AsOf(this, features);
    }

    /// Begins a split into rows to learn from and rows to test with.
    ///
    /// @param testShare the share of the rows that go to the test, above 0 and below 1
    public Splitting split(double testShare) {
        return new Splitting(this, testShare);
    }

    /// Splits by time: rows before a day are to learn from, rows from then on are to test with.
    ///
    /// @throws TableException if there is no such column, it holds neither dates nor timestamps, or a value is missing
    public Split splitFrom(String time, LocalDate first) {
        return Splitting.from(this, time, "DATE '" + first + "'");
    }

    /// Splits by time: rows before an instant are to learn from, rows from then on are to test with.
    ///
    /// @throws TableException if there is no such column, it holds neither dates nor timestamps, or a value is missing
    public Split splitFrom(String time, Instant first) {
        return Splitting.from(this, time, "TIMESTAMPTZ '" + first + "'");
    }

    /// Returns the columns. Computes no rows.
    public Schema schema() {
        return origin.schema();
    }

    /// Returns the number of rows.
    public long rows() {
        return read(TableReader::rows);
    }

    /// Returns a column of numbers as `double`; a missing value is NaN.
    ///
    /// @throws TableException if there is no such column, or it holds no numbers
    public double[] doubles(String column) {
        return read(reader -> reader.doubles(column));
    }

    /// Returns a column of whole numbers as `long`.
    ///
    /// @throws TableException if there is no such column, it holds no whole numbers, or a value is missing
    public long[] longs(String column) {
        return read(reader -> reader.longs(column));
    }

    /// Returns a column of whole numbers as `int`.
    ///
    /// @throws TableException if there is no such column, it holds no whole numbers, a value is missing or too large
    public int[] ints(String column) {
        return read(reader -> reader.ints(column));
    }

    /// Returns a column as texts, the way SQL prints them; a missing value is null.
    ///
    /// @throws TableException if there is no such column
    public @Nullable String[] strings(String column) {
        return read(reader -> reader.strings(column));
    }

    /// Returns a column as texts by dictionary: a number for each row, and what the numbers stand for.
    ///
    /// @throws TableException if there is no such column
    public Codes codes(String column) {
        return read(reader -> reader.codes(column));
    }

    /// Returns a column of dates as days since 1970-01-01.
    ///
    /// @throws TableException if there is no such column, it holds no dates, or a value is missing
    public int[] epochDays(String column) {
        return read(reader -> reader.epochDays(column));
    }

    /// Returns a column of dates; a missing value is null.
    ///
    /// @throws TableException if there is no such column, or it holds no dates
    public @Nullable LocalDate[] dates(String column) {
        return read(reader -> reader.dates(column));
    }

    /// Returns columns of numbers, a `double[]` for each row; a missing value is NaN.
    ///
    /// @throws TableException if there is no such column, or one holds no numbers
    public double[][] matrix(List<String> columns) {
        return read(reader -> reader.matrix(columns));
    }

    /// Returns columns of numbers as one array, row after row; a missing value is NaN.
    ///
    /// @throws TableException if there is no such column, one holds no numbers, or there are more than 2^31 of them
    public float[] rowMajorFloats(List<String> columns) {
        return read(reader -> reader.rowMajorFloats(columns));
    }

    /// Returns the rows as records. A component takes the column of its name, or of its name in snake case:
    /// `unitPrice` takes `unit_price`. Other columns are left out.
    ///
    /// @throws TableException if a component finds no column, or its column is of another kind or lacks a value that
    ///     the
    /// component needs
    public <R extends Record> List<R> as(Class<R> type) {
        return read(reader -> reader.records(RecordShape.of(type)));
    }

    /// Returns what the table holds, in numbers: counts, ranges, means, quantiles and frequent values of each column.
    public TableProfile profile() {
        try {
            return new Profiler(DuckDb.shared(), keeping.inFile()).profile();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /// Returns the rows as records, one after the other, of which few are in memory at a time; else as [#as] does.
    ///
    /// It is to be closed, for it holds a connection: `try (var rows = table.stream(Row.class)) { … }`.
    ///
    /// @throws TableException if a component finds no column, or its column is of another kind; while it is read, if a
    /// row lacks a value that a component needs
    public <R extends Record> Stream<R> stream(Class<R> type) {
        return RecordStream.of(this, RecordShape.of(type));
    }

    /// Returns the first 20 rows as a text for people.
    public String show() {
        return show(20);
    }

    /// Returns the first rows as a text for people.
    ///
    /// @param rows how many, at least 0
    public String show(int rows) {
        return show(rows, TextWidth.UNLIMITED);
    }

    /// Returns the first rows as a text for people whose lines fit a terminal: long cells are cut, and columns that do
    /// not fit are named below.
    ///
    /// @param rows how many, at least 0
    /// @param width columns of the terminal, at least 1; a Chinese, Japanese or Korean character takes two
    public String show(int rows, int width) {
        if (rows < 0 || width < 1) {
            throw new IllegalArgumentException(
                    "rows must be at least 0 and width at least 1, but were " + rows + " and " + width);
        }
        return Preview.of(this, rows, width);
    }

    /// Returns the first rows as JSON, the text of an object for each, as [#toJson] writes them.
    ///
    /// @param rows how many, at least 0
    public List<String> json(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows must be at least 0, but was " + rows);
        }
        if (rows() == 0) {
            return List.of();
        }
        Table texts = sql("select to_json(wadachi_row)::varchar as json from (select * from this limit " + rows
                + ") wadachi_row");
        return Stream.of(texts.strings("json")).map(BareNumbers::quoted).toList();
    }

    /// Writes all rows as CSV: UTF-8, a line of names, commas, `\n`. The file appears whole or not at all.
    ///
    /// @throws TableException if it cannot be written
    public void toCsv(Path file) {
        Paths.replace(file, part -> copy(part, "FORMAT csv, HEADER true"));
    }

    /// Writes all rows as one JSON array of objects, in UTF-8. What is no number in JSON, NaN and the infinities, are
    /// the texts `"NaN"`, `"Infinity"` and `"-Infinity"`. The file appears whole or not at all.
    ///
    /// @throws TableException if it cannot be written
    public void toJson(Path file) {
        Paths.replace(file, part -> copyJson(part, "FORMAT json, ARRAY true"));
    }

    /// Writes all rows as JSON, an object on a line each, else as [#toJson] does.
    ///
    /// @throws TableException if it cannot be written
    public void toJsonLines(Path file) {
        Paths.replace(file, part -> copyJson(part, "FORMAT json"));
    }

    private void copyJson(Path file, String options) {
        copy(file, options);
        if (schema().columns().stream().anyMatch(column -> column.type().holdsFloating())) {
            BareNumbers.quote(file);
        }
    }

    private void copy(Path file, String options) {
        Relation rows = relation();
        try (Session session = DuckDb.shared().open(rows.lane())) {
            session.run("COPY (" + rows.sql() + ") TO " + Names.literal(file.toString()) + " (" + options
                    + ", USE_TMP_FILE false)");
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /// Writes all rows as Parquet: equal tables give equal bytes. The file appears whole or not at all.
    ///
    /// @throws TableException if it cannot be written
    public void toParquet(Path file) {
        Paths.replace(file, this::writeParquet);
    }

    /// Returns the columns; rows may not be known yet.
    @Override
    public String toString() {
        return "Table(" + schema() + ")";
    }

    Declared declared() {
        return origin.declared();
    }

    /// The same rows, with something for reports to print.
    Table remarked(String remark) {
        return new Table(new DeclaredRelation(this, declared().remarked(remark)));
    }

    /// Where the rows come from now: from where they are kept, if they were needed before.
    Relation relation() {
        return origin.isVolatile() ? keeping.settled() : keeping.current();
    }

    /// Where the rows are kept: they are computed now, unless they were before.
    Relation settled() {
        return keeping.settled();
    }

    /// Where the rows lie in a Parquet file: they are computed and written now, unless they were before.
    ParquetRelation file() {
        return keeping.inFile();
    }

    /// How many queries are to be run for the rows, if none of them was run before.
    int queries() {
        return origin.queries();
    }

    /// Writes the rows to a path where nothing that matters is.
    void writeParquet(Path file) {
        keeping.writeTo(file);
    }

    /// Reads from where the rows are kept; they stay there meanwhile.
    <R> R read(Function<TableReader, R> use) {
        try {
            return use.apply(new TableReader(schema(), keeping.settled()));
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
