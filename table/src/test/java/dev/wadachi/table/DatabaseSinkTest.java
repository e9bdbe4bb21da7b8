package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

/// What is sent to a database can be read back as it was, or is refused before anything is sent.
@Timeout(120)
class DatabaseSinkTest {

    enum Kind {
        SQLITE,
        POSTGRESQL
    }

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private DataSource database(Kind kind, String... statements) throws SQLException {
        DataSource database = server.getPostgresDatabase();
        if (kind == Kind.SQLITE) {
            var file = new SQLiteDataSource();
            file.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
            database = file;
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    kind == Kind.SQLITE ? "pragma user_version" : "drop schema public cascade; create schema public");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return database;
    }

    /// Sends what a query gives, as a sink does within its transaction.
    private static void sink(DataSource database, String query, String... key) throws SQLException {
        Table table = Table.query(query, Map.of());
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new RowWriter(connection, "sold", table.schema(), List.of(key)).write(table);
            connection.commit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void values_of_every_kind_come_back_as_they_were(Kind kind) throws SQLException {
        DataSource database = database(kind);
        String query = """
                select * from (values
                    (1, null, null, null, null, null, null, null, null),
                    (2, 'infinity'::double, 12345678901234567890123456789012.3456::decimal(38, 4), 9223372036854775807,
                        '007', true, date '2021-08-02', timestamp '2021-08-02 12:34:00',
                        timestamptz '2021-08-02 12:34:00+09'),
                    (3, -5e-324::double, -0.0001::decimal(38, 4), -9223372036854775808, '', false, date '0001-01-01',
                        timestamp '2021-08-02 12:34:56.123456', timestamptz '2021-08-02 12:34:56.123456+00'),
                    (4, 0.1::double + 0.2::double, 0::decimal(38, 4), 9007199254740993, '1e3 ☕', null,
                        date '9999-12-31', timestamp '1969-12-31 23:59:59.999999', null)
                ) as t(id, price, paid, cans, name, open, day, local, moment) order by id""";
        sink(database, query);

        Table back = Table.jdbc(database, "select * from sold order by id")
                .sql(
                        "select id::integer as id, price, paid::decimal(38, 4) as paid, cans, name, open, day, local, moment"
                                + " from this");

        assertThat(back.schema()).isEqualTo(Table.query(query, Map.of()).schema());
        assertThat(back.show(9)).isEqualTo(Table.query(query, Map.of()).show(9));
        assertThat(back.doubles("price"))
                .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, -Double.MIN_VALUE, 0.30000000000000004);
    }

    @Test
    void decimals_are_texts_in_sqlite_with_the_digits_of_their_type() throws SQLException {
        DataSource database = database(Kind.SQLITE);
        sink(database, "select 0::decimal(38, 9) as paid union all select 1.5 order by paid");
        assertThat(Table.jdbc(database, "select paid, typeof(paid) as type from sold order by paid")
                        .show(2))
                .contains("0.000000000  text", "1.500000000  text");
    }

    @Test
    void postgresql_keeps_nan_and_the_sign_of_a_zero() throws SQLException {
        DataSource database = database(Kind.POSTGRESQL);
        sink(database, "select 'nan'::double as price union all select -0.0::double order by price");
        assertThat(Table.jdbc(database, "select price from sold order by price").doubles("price"))
                .containsExactly(-0.0, Double.NaN);
    }

    @Test
    void sqlite_takes_a_negative_zero_for_zero() throws SQLException {
        DataSource database = database(Kind.SQLITE);
        sink(database, "select -0.0::double as price");
        assertThat(Table.jdbc(database, "select price from sold").doubles("price")[0])
                .isZero();
    }

    @Test
    void nan_is_refused_by_sqlite_with_its_rows_before_anything_is_sent() throws SQLException {
        DataSource database =
                database(Kind.SQLITE, "create table sold (id bigint, price real)", "insert into sold values (7, 7)");
        String query = "select i as id, case when i % 4 = 1 then 'nan'::double else i end as price from range(50) t(i)";
        assertThatThrownBy(() -> sink(database, query))
                .hasMessageContaining("""
                        sold would not keep all values as they are; nothing was sent
                          row 2, column "price": nan would become no value: SQLite has no NaN
                          row 6, column "price": nan would become""")
                .hasMessageContaining("\n  and 3 more\n  give no value for NaN in the query upstream,"
                        + " nullif(price, 'nan'), or leave such rows out");
        assertThat(Table.jdbc(database, "select id from sold").longs("id")).containsExactly(7);

        sink(database, "select * replace (nullif(price, 'nan') as price) from (" + query + ")");
        assertThat(Table.jdbc(database, "select id from sold where price is null")
                        .longs("id"))
                .hasSize(13);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SQLITE | numeric(38,4) | 12345678901234567890.1234::decimal(38, 4) | has more digits than a floating-point",
                "SQLITE | real | 9007199254740993 | has more digits than a floating-point number",
                "SQLITE | integer | '007' | is a text, but would become a number",
                "SQLITE | numeric | ' 1e3' | is a text, but would become a number",
                "SQLITE | bigint | 18446744073709551615::ubigint | lies beyond 64 bits",
                "POSTGRESQL | bigint | 18446744073709551615::ubigint | lies beyond 64 bits",
                "POSTGRESQL | integer | 1.5 | would lose its fraction",
                "POSTGRESQL | integer | 1.5::double | would lose its fraction",
                "POSTGRESQL | numeric(10,2) | 1.005 | has more than 2 digits behind the point",
                "POSTGRESQL | numeric(10,2) | 1.005::double | has more than 2 digits behind the point",
                "POSTGRESQL | real | 16777217 | has more digits than a floating-point number of 32 bits",
                "POSTGRESQL | double precision | 9007199254740993 | has more digits than a floating-point number",
                "POSTGRESQL | date | timestamp '2021-08-02 12:00:00' | would lose its time of day",
                "POSTGRESQL | timestamp | timestamp_ns '2021-08-02 12:00:00.123456789' | has more than 6 digits of a second",
                "POSTGRESQL | timestamp(0) | timestamp '2021-08-02 12:00:00.5' | has more than 0 digits of a second",
                "POSTGRESQL | date | 'infinity'::date | is no day from the year 1 to 9999",
                "POSTGRESQL | text | concat('a', chr(0)) | holds the character U+0000",
            })
    void what_a_column_would_change_is_refused(Kind kind, String type, String value, String why) throws SQLException {
        DataSource database = database(kind, "create table sold (sum " + type + ")");
        assertThatThrownBy(() -> sink(database, "select " + value + " as sum"))
                .hasMessageContaining(
                        "sold would not keep all values as they are; nothing was sent\n  row 1, column \"sum\": ")
                .hasMessageContaining(why)
                .hasMessageContaining("\n  bring \"sum\" in the query upstream to what a column of type ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SQLITE | numeric(10,2) | 12.50 | 12.5",
                "SQLITE | numeric | 9007199254740993::decimal(20, 2) | 9007199254740993",
                "SQLITE | text | 0.1::double + 0.2::double | 0.30000000000000004",
                "SQLITE | text | 'nan'::varchar | nan",
                "SQLITE | integer | '7' | 7",
                "SQLITE | numeric | '7 up' | 7 up",
                "POSTGRESQL | numeric | 0.1::double + 0.2::double | 0.30000000000000004",
                "POSTGRESQL | integer | 3.0::double | 3",
                "POSTGRESQL | real | 0.1::double | 0.1",
                "POSTGRESQL | date | timestamp '2021-08-02 00:00:00' | 2021-08-02",
                "POSTGRESQL | varchar(9) | 'a' | a",
            })
    void what_a_column_of_another_type_keeps_is_sent(Kind kind, String type, String value, String kept)
            throws SQLException {
        DataSource database = database(kind, "create table sold (sum " + type + ")");
        sink(database, "select " + value + " as sum");
        assertThat(Table.jdbc(database, "select cast(sum as text) as sum from sold")
                        .strings("sum"))
                .containsExactly(kept);
    }

    @ParameterizedTest
    @EnumSource
    void columns_that_a_target_lacks_are_named_with_those_that_it_has(Kind kind) throws SQLException {
        DataSource database = database(kind, "create table sold (shop text, cans bigint)");
        assertThatThrownBy(() -> sink(database, "select 'ueno' as shop, 1.5 as price, date '2021-08-02' as day"))
                .hasMessageContaining(
                        "the table sold has no column \"price\" " + (kind == Kind.SQLITE ? "text" : "numeric(2,1)")
                                + ", \"day\" date\n  it has: shop, cans\n  add what is missing (alter table sold add column \"price\" ")
                .hasMessageContaining(", leave it out in the query upstream, or give the sink another target");
    }

    @ParameterizedTest
    @EnumSource
    void a_row_that_breaks_a_rule_of_the_target_is_shown_with_what_to_do(Kind kind) throws SQLException {
        DataSource database = database(kind, "create table sold (shop text, cans bigint check (cans > 0))");
        assertThatThrownBy(() -> sink(database, "select 'ueno' as shop, 3 - i as cans from range(9) t(i)"))
                .hasMessageContaining("row 4 could not be written to sold: ")
                .hasMessageContaining(
                        "\n  the row: shop = ueno, cans = 0\n  nothing was written: it breaks a rule of the table;"
                                + " mend the rows in the query upstream, or change the rule");
    }

    @ParameterizedTest
    @EnumSource
    void a_view_is_no_target(Kind kind) throws SQLException {
        DataSource database = database(
                kind, "create table behind (shop text)", "create view sold as select shop from behind group by shop");
        assertThatThrownBy(() -> sink(database, "select 'ueno' as shop"))
                .hasMessageContaining("sold is a view: name the table behind it as the sink's target");
        assertThatThrownBy(() -> sink(database, "select 'ueno' as shop", "shop"))
                .hasMessageContaining("sold is a view: name the table behind it as the sink's target");
    }
}
