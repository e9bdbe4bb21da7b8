package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

@Timeout(120)
class KilledSinkTest {

    private static final int ROWS = 300_000;

    record Numbers(int rows) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return Table.query("select i from range(" + rows + ") t(i)", Map.of());
        }
    }

    @TempDir
    Path folder;

    @Test
    void a_sink_that_is_killed_half_way_leaves_the_old_rows_and_completes_on_the_next_run() throws Exception {
        write(folder, 10);
        Path journal = folder.resolve("shop.db-journal");
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSinkTest.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        while (child.isAlive() && !Files.exists(journal)) {
            Thread.onSpinWait();
        }
        child.destroyForcibly().waitFor();

        assertThat(rows()).as("the transaction was never committed").isEqualTo(10);
        write(folder, ROWS);
        assertThat(rows()).isEqualTo(ROWS);
    }

    /// The process that is killed.
    public static void main(String[] arguments) {
        write(Path.of(arguments[0]), ROWS);
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
