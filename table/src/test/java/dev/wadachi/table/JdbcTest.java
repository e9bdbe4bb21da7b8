package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/// Tables from real databases.
@Timeout(120)
class JdbcTest {

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    record Row(
            @Nullable Boolean open,
            @Nullable Integer small,
            @Nullable Long large,
            @Nullable Double price,
            @Nullable BigDecimal amount,
            @Nullable String name,
            @Nullable LocalDate day,
            @Nullable LocalDateTime local,
            @Nullable Instant at) {}

    record Sale(
            @Nullable Long id,
            @Nullable Double price,
            @Nullable String store,
            @Nullable LocalDate day,
            @Nullable LocalDateTime at,
            @Nullable BigDecimal amount) {}

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private DataSource sqlite(String... statements) throws SQLException {
        var database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        return filled(database, statements);
    }

    private static DataSource filled(DataSource database, String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return database;
    }

    @Test
    void postgresql_types_come_as_they_are() throws SQLException {
        DataSource shop = filled(
                server.getPostgresDatabase(),
                """
                create table kinds (open boolean, small smallint, large bigint, price float8, amount numeric(38, 9),
                        name text, day date, local timestamp, at timestamptz)""",
                """
                insert into kinds values (true, 7, 9000000000, 0.1, 12345678901234567890.123456789, 'käse ☕',
                        '2021-08-02', '2021-08-02 12:34:56.123456', '2021-08-02 12:34:56.123456+09')""",
                "insert into kinds values (null, null, null, null, null, null, null, null, null)");
        Table table = Table.jdbc(shop, "select * from kinds order by open nulls last");
        assertThat(table.schema())
                .hasToString("open BOOLEAN, small INTEGER, large BIGINT, price DOUBLE, "
                        + "amount DECIMAL(38,9), name VARCHAR, day DATE, local TIMESTAMP, at TIMESTAMP WITH TIME ZONE");
        assertThat(table.as(Row.class))
                .containsExactly(
                        new Row(
                                true,
                                7,
                                9_000_000_000L,
                                0.1,
                                new BigDecimal("12345678901234567890.123456789"),
                                "käse ☕",
                                LocalDate.of(2021, 8, 2),
                                LocalDateTime.parse("2021-08-02T12:34:56.123456"),
                                Instant.parse("2021-08-02T03:34:56.123456Z")),
                        new Row(null, null, null, null, null, null, null, null, null));
    }

    @Test
    void types_that_no_column_holds_are_told_all_at_once() {
        assertThatThrownBy(() -> Table.jdbc(
                        server.getPostgresDatabase(), "select array[1, 2] as pair, sum(0.1) as total, 1 as one"))
                .isInstanceOf(TableException.class)
                .hasMessage("""
                        no column of a table holds "pair" _int4, "total" numeric
                          cast them in the query: CAST(… AS text); a number needs its digits: CAST(… AS numeric(18, 2))""");
    }

    @Test
    void a_query_that_the_database_refuses_is_shown() {
        assertThatThrownBy(() -> Table.jdbc(server.getPostgresDatabase(), "select * from sails"))
                .isInstanceOf(TableException.class)
                .hasMessageContainingAll("the database did not answer the query", "\"sails\"", "select * from sails");
    }

    @Test
    void more_rows_than_are_fetched_at_a_time_come_in_order() {
        Table table = Table.jdbc(
                server.getPostgresDatabase(),
                "select i as id, 'row ' || i as name from generate_series(1, 300000) as i order by i");
        assertThat(table.rows()).isEqualTo(300_000);
        assertThat(table.sql("select count(*) as n from this where name = 'row ' || id")
                        .longs("n"))
                .containsExactly(300_000);
        assertThat(table.ints("id")).isSorted().startsWith(1).endsWith(300_000);
    }

    /// SQLite keeps what it is given; the driver tells a column's type by the first row.
    @Test
    void a_value_that_its_column_would_round_or_guess_is_refused_with_its_row() throws SQLException {
        DataSource shop = sqlite(
                "create table odd (x, price real, n integer)",
                "insert into odd values (1, 1.5, 9007199254740993), (2.5, 'abc', 2)");

        assertThat(Table.jdbc(shop, "select n from odd").longs("n")).containsExactly(9007199254740993L, 2);
        assertThatThrownBy(() ->
                        Table.jdbc(shop, "select x from odd order by n desc").rows())
                .isInstanceOf(TableException.class)
                .hasMessageContaining("row 2, column \"x\": '2.5' is no BIGINT");
        assertThatThrownBy(() -> Table.jdbc(shop, "select price from odd order by n desc")
                        .rows())
                .hasMessageContaining("row 2, column \"price\": 'abc' is no DOUBLE");
        assertThat(Table.jdbc(shop, "select cast(x as real) as x from odd order by x")
                        .doubles("x"))
                .containsExactly(1, 2.5);
    }

    @Test
    void sqlite_types_come_as_their_columns_declare_them() throws SQLException {
        DataSource shop = sqlite(
                "create table sales (id integer, price real, store text, day date, at timestamp, amount decimal(10,2))",
                "insert into sales values (9000000000, 1.5, '007', '2021-08-02', '2021-08-02 12:34:56', 1.25)",
                "insert into sales values (null, null, null, null, null, null)");
        Table table = Table.jdbc(shop, "select * from sales");
        assertThat(table.schema())
                .hasToString("id BIGINT, price DOUBLE, store VARCHAR, day DATE, at TIMESTAMP, amount DECIMAL(10,2)");
        assertThat(table.as(Sale.class))
                .containsExactly(
                        new Sale(
                                9_000_000_000L,
                                1.5,
                                "007",
                                LocalDate.of(2021, 8, 2),
                                LocalDateTime.parse("2021-08-02T12:34:56"),
                                new BigDecimal("1.25")),
                        new Sale(null, null, null, null, null, null));
    }

    @Test
    void a_value_that_is_not_of_its_columns_type_is_named_with_its_row() throws SQLException {
        DataSource shop = sqlite(
                "create table sales (id integer, day date)",
                "insert into sales values (1, '2021-08-02'), (2, 'yesterday')");
        assertThatThrownBy(() -> Table.jdbc(shop, "select * from sales"))
                .isInstanceOf(TableException.class)
                .hasMessage(
                        "row 2, column \"day\": 'yesterday' is no DATE; leave such rows out in the query, or cast the"
                                + " column there: CAST(… AS text)");
    }

    @Test
    void rows_are_read_once_and_kept() throws SQLException {
        DataSource shop = sqlite("create table sales (id integer)", "insert into sales values (1), (2)");
        Table table = Table.jdbc(shop, "select * from sales");
        filled(shop, "delete from sales");
        assertThat(table.sql("select id * 2 as twice from this").longs("twice")).containsExactly(2, 4);
        Path file = folder.resolve("sales.parquet");
        table.toParquet(file);
        assertThat(Table.parquet(file).longs("id")).containsExactly(1, 2);
        assertThat(List.of(Table.jdbc(shop, "select * from sales").rows())).containsExactly(0L);
    }

    @Test
    void an_infinite_time_of_postgresql_is_named_with_its_row() {
        assertThatThrownBy(() -> Table.jdbc(
                        server.getPostgresDatabase(),
                        "select 1 as id, date '2021-08-02' as day union all select 2, 'infinity' order by id"))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("row 2, column \"day\": 'infinity' is no DATE; ")
                .hasMessageNotContaining("\tat ");
        assertThatThrownBy(() -> Table.jdbc(server.getPostgresDatabase(), "select timestamptz '-infinity' as at"))
                .hasMessageStartingWith("row 1, column \"at\": '-infinity' is no TIMESTAMP WITH TIME ZONE; ")
                .hasMessageNotContaining("\tat ");
    }

    @Test
    void columns_without_a_name_are_told_by_their_place() throws SQLException {
        DataSource shop = sqlite();
        assertThatThrownBy(() -> Table.jdbc(shop, "select 1 as id, 2 as \"\""))
                .isInstanceOf(TableException.class)
                .hasMessage("column 2 of the answer has no name; give it one in the query: … AS name");
        assertThatThrownBy(() -> Table.jdbc(shop, "select null as \"Rows(*)\""))
                .hasMessageContaining("no column of a table holds \"Rows(*)\" NUMERIC");
    }
}
