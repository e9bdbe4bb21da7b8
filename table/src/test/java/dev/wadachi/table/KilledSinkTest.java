package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

@Timeout(120)
class KilledSinkTest {

    private static final int ROWS = 300_000;
    private static final int BATCHES = 400;

    record Numbers(int rows) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return Table.query("select i from range(" + rows + ") t(i)", Map.of());
        }
    }

    @TempDir
    Path folder;

    private Process child(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledSinkTest.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    @Test
    void a_sink_that_is_killed_half_way_leaves_the_old_rows_and_completes_on_the_next_run() throws Exception {
        write(folder, 10);
        Path journal = folder.resolve("shop.db-journal");
        Process child = child(folder.toString());
        while (child.isAlive() && !Files.exists(journal)) {
            Thread.onSpinWait();
        }
        child.destroyForcibly().waitFor();

        assertThat(rows()).as("the transaction was never committed").isEqualTo(10);
        write(folder, ROWS);
        assertThat(rows()).isEqualTo(ROWS);
    }

    @Test
    void batches_that_were_taken_before_a_kill_are_told_by_their_keys() throws Exception {
        try (TableService service = TableService.start()) {
            String address = service.address("/bulk");
            String version = service.address("/version");
            Process child = child(folder.toString(), address, version);
            while (child.isAlive() && service.batches().size() < 3) {
                Thread.onSpinWait();
            }
            child.destroyForcibly().waitFor();
            int before = service.batches().size();
            assertThat(before).isLessThan(BATCHES);

            assertThat(child(folder.toString(), address, version).waitFor()).isZero();

            assertThat(service.batches()).as("all are sent again").hasSize(before + BATCHES);
            assertThat(service.rows()).as("and taken once").hasSize(BATCHES).doesNotHaveDuplicates();
        }
    }

    /// The process that is killed.
    public static void main(String[] arguments) {
        if (arguments.length == 1) {
            write(Path.of(arguments[0]), ROWS);
        } else {
            send(Path.of(arguments[0]), arguments[1], arguments[2]);
        }
    }

    private static void send(Path folder, String address, String version) {
        Map<String, String> service = Map.of("url", address, "version", version, "empty", "404");
        try (Wadachi wadachi = Wadachi.open(Settings.of(folder).withResource("numbers", service))) {
            wadachi.run(new HttpSink(new Numbers(BATCHES), "numbers", 1));
        }
    }

    private static void write(Path folder, int rows) {
        Map<String, String> database = Map.of("url", "jdbc:sqlite:" + folder.resolve("shop.db"));
        try (Wadachi wadachi = Wadachi.open(Settings.of(folder).withResource("shop", database))) {
            wadachi.run(DatabaseSink.replacing(new Numbers(rows), "shop", "numbers"));
        }
    }

    private long rows() throws SQLException {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from numbers")) {
            return result.getLong(1);
        }
    }
}
