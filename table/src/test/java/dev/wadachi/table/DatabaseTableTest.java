package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Databases as sources and as targets, configured as `wadachi.toml` configures them.
@Timeout(120)
class DatabaseTableTest {

    enum Kind {
        SQLITE,
        POSTGRESQL
    }

    record Sale(String shop, LocalDate day, long cans, double price, BigDecimal paid, boolean open) {}

    /// Made-up rows, as many as are wanted.
    record Sales(int rows) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return table(rows);
        }

        static Table table(int rows) {
            return Table.of(Stream.iterate(1, i -> i + 1)
                    .limit(rows)
                    .map(i -> new Sale(
                            "shop" + i, LocalDate.of(2021, 8, i), i, i / 3.0, new BigDecimal("1.50"), i % 2 == 0))
                    .toList());
        }
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

    private Wadachi open(Kind kind) {
        String url = switch (kind) {
            case SQLITE -> "jdbc:sqlite:" + folder.resolve("shop.db");
            case POSTGRESQL -> server.getJdbcUrl("postgres", "postgres");
        };
        return Wadachi.open(Settings.of(folder).withResource("warehouse", Map.of("url", url, "password", "s3cret")));
    }

    private static void sql(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private DataSource database(Kind kind) {
        return switch (kind) {
            case SQLITE -> {
                var source = new org.sqlite.SQLiteDataSource();
                source.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
                yield source;
            }
            case POSTGRESQL -> server.getPostgresDatabase();
        };
    }

    @ParameterizedTest
    @EnumSource
    void a_query_is_read_again_when_its_answer_changed_in_whatever_order(Kind kind) throws SQLException {
        DataSource database = database(kind);
        sql(database, "drop table if exists sales", "create table sales (id int, name text)");
        sql(database, "insert into sales values (1, 'a'), (2, null), (2, null)");
        DatabaseTable sales = DatabaseTable.of("warehouse", "select * from sales order by id");
        try (Wadachi wadachi = open(kind)) {
            assertThat(outcome(wadachi, sales)).isEqualTo(Outcome.RAN);
            assertThat(outcome(wadachi, sales)).isEqualTo(Outcome.HIT);

            sql(database, "delete from sales", "insert into sales values (2, null), (1, 'a'), (2, null)");
            assertThat(outcome(wadachi, sales)).as("another order").isEqualTo(Outcome.HIT);

            sql(database, "update sales set name = '' where id = 2");
            assertThat(outcome(wadachi, sales))
                    .as("an empty text is no missing one")
                    .isEqualTo(Outcome.RAN);
            assertThat(wadachi.run(sales).strings("name")).containsExactly("a", "", "");

            DatabaseTable versioned = sales.versionedBy("select max(id) from sales");
            assertThat(outcome(wadachi, versioned)).isEqualTo(Outcome.RAN);
            sql(database, "update sales set name = 'b'");
            assertThat(outcome(wadachi, versioned))
                    .as("the version is the same")
                    .isEqualTo(Outcome.HIT);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        Path missing = folder.resolve("nowhere");
        Map<String, String> settings = Map.of("url", "jdbc:sqlite:" + missing.resolve("shop.db"));
        try (Wadachi wadachi = Wadachi.open(Settings.of(folder).withResource("warehouse", settings))) {
            assertThatThrownBy(() -> wadachi.run(DatabaseTable.of("warehouse", "select 1 as one")))
                    .hasStackTraceContaining("there is no folder " + missing + " for the database jdbc:sqlite:");
        }
    }

    private static Outcome outcome(Wadachi wadachi, Task<?> task) {
        return wadachi.run(Request.of(task)).orThrow().tasks().getLast().outcome();
    }

    @ParameterizedTest
    @EnumSource
    void a_sink_writes_all_rows_once_and_again_when_the_target_was_changed(Kind kind) throws SQLException {
        DataSource database = database(kind);
        sql(database, "drop table if exists forecast");
        try (Wadachi wadachi = open(kind)) {
            DatabaseSink sink = DatabaseSink.replacing(new Sales(20), "warehouse", "forecast");
            assertThat(outcome(wadachi, sink)).isEqualTo(Outcome.RAN);
            assertThat(outcome(wadachi, sink)).isEqualTo(Outcome.HIT);
            Table back = Table.jdbc(database, "select * from forecast order by cans");
            assertThat(back.doubles("price")).containsExactly(Sales.table(20).doubles("price"));
            assertThat(back.strings("day")[4]).startsWith("2021-08-05");

            sql(database, "delete from forecast where cans = 7");
            assertThat(outcome(wadachi, sink)).isEqualTo(Outcome.RAN);
            assertThat(Table.jdbc(database, "select * from forecast").rows()).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sink_by_key_leaves_other_rows_and_a_failing_one_changes_nothing(Kind kind) throws SQLException {
        DataSource database = database(kind);
        sql(database, "drop table if exists forecast");
        try (Wadachi wadachi = open(kind)) {
            wadachi.run(DatabaseSink.replacing(new Sales(5), "warehouse", "forecast"));
            sql(database, "update forecast set cans = 100 where shop = 'shop5'");
            sql(database, "update forecast set cans = 200 where shop = 'shop1'");
            wadachi.run(new DatabaseSink(new Sales(3), "warehouse", "forecast", List.of("shop")));
            assertThat(Table.jdbc(database, "select cans from forecast order by cans")
                            .longs("cans"))
                    .containsExactly(1, 2, 3, 4, 100);

            sql(database, "create unique index one_price on forecast (price)");
            Stamp before = Stamp.ofQuery(database, "select * from forecast");
            sql(database, "update forecast set price = " + 9 / 3.0 + " where shop = 'shop5'");
            Stamp changed = Stamp.ofQuery(database, "select * from forecast");
            assertThat(changed).isNotEqualTo(before);
            DatabaseSink clashing = new DatabaseSink(new Sales(9), "warehouse", "forecast", List.of("day"));
            sql(database, "update forecast set day = null where shop = 'shop5'");
            Stamp left = Stamp.ofQuery(database, "select * from forecast");
            assertThatThrownBy(() -> wadachi.run(clashing)).hasMessageContaining("forecast");
            assertThat(Stamp.ofQuery(database, "select * from forecast")).isEqualTo(left);
        }
    }

    record Repeated() implements Task<Table> {
        @Override
        public Table run(Context in) {
            return Table.query("select * from (values (1, 'a'), (1, 'b'), (null, 'c')) as t(id, name)", Map.of());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sink_by_key_refuses_rows_of_one_key_and_rows_without_one(Kind kind) throws SQLException {
        sql(database(kind), "drop table if exists forecast");
        try (Wadachi wadachi = open(kind)) {
            assertThatThrownBy(
                            () -> wadachi.run(new DatabaseSink(new Repeated(), "warehouse", "forecast", List.of("id"))))
                    .hasMessageContaining("a row of forecast is known by id, but")
                    .hasMessageContaining("id is unique")
                    .hasMessageContaining("id is never missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_password_is_told_to_nobody(Kind kind) {
        try (Wadachi wadachi = Wadachi.open(Settings.of(folder)
                .withResource(
                        "warehouse", Map.of("url", "jdbc:nothing://host/db?password=s3cret", "user", kind.name())))) {
            DatabaseTable table = DatabaseTable.of("warehouse", "select 1");
            assertThatThrownBy(() -> wadachi.run(table))
                    .hasMessageContaining("no driver for jdbc:nothing:… is on the class path")
                    .hasMessageNotContaining("s3cret");
        }
    }

    record Many(int rows) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return Table.query("select i, 'row ' || i as name from range(" + rows + ") t(i)", Map.of());
        }
    }

    /// Sinks of one database, none of which waits for another.
    record All(List<DatabaseSink> sinks) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            sinks.forEach(in::load);
            return sinks.size();
        }
    }

    @Test
    void sinks_that_write_into_one_sqlite_file_at_once_wait_for_each_other() throws SQLException {
        List<DatabaseSink> sinks = IntStream.range(0, 6)
                .mapToObj(number -> DatabaseSink.replacing(new Many(4_000 + number), "warehouse", "forecast" + number))
                .toList();
        try (Wadachi wadachi = open(Kind.SQLITE)) {
            for (int round = 0; round < 2; round++) {
                wadachi.run(Request.of(new All(sinks)).jobs(6)).orThrow();
                sql(database(Kind.SQLITE), "delete from forecast0", "delete from forecast1", "delete from forecast2");
            }
            assertThat(wadachi.run(Request.of(new All(sinks)).jobs(6)).succeeded())
                    .isTrue();
        }
        assertThat(Table.jdbc(database(Kind.SQLITE), "select count(*) as n from forecast2")
                        .longs("n"))
                .containsExactly(4_002);
    }
}
