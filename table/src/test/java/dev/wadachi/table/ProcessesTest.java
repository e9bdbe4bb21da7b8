package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    private static final List<String> QUERIES = List.of(
            "select store, date_trunc('week', moment) as week, sum(amount) as amount, avg(amount) as mean from this group by all",
            "select moment, moment::timestamptz as zoned, strftime(moment, '%A %B') as words, upper(store) as upper from this where amount > 3",
            "select store, lag(amount) over (partition by store order by moment) as before from this",
            "select distinct extract(hour from moment::timestamptz) as hour, md5(store) as code from this");

    /// Run by a process of its own: writes the result of each query to the folder.
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Table table = Table.csv(folder.resolve("input.csv"));
        for (int i = 0; i < QUERIES.size(); i++) {
            table.sql(QUERIES.get(i)).toParquet(folder.resolve(arguments[1] + i));
            // Reads as well, so that rows are kept in a temporary file.
            table.sql(QUERIES.get(i)).rows();
        }
    }

    @Test
    void processes_of_other_zones_locales_and_threads_give_the_same_bytes_and_leave_nothing_behind(@TempDir Path folder)
            throws Exception {
        Table.query("""
                select range as n, ['chiba', 'istanbul', 'i', '横浜'][1 + range % 4] as store,
                    timestamp '2021-08-01' + to_minutes(range * 7) as moment, sqrt(range) as amount from range(200000)
                """, Map.of()).toCsv(folder.resolve("input.csv"));
        main(new String[] {folder.toString(), "here"});
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        run(folder, temporary, "-Duser.timezone=Asia/Tokyo", "-Duser.language=tr", "-Dwadachi.table.threads=1");
        assertThat(digests(folder, "there")).isEqualTo(digests(folder, "here"));
        try (var left = Files.walk(temporary)) {
            assertThat(left.filter(path -> path.toString().contains("wadachi"))).isEmpty();
        }
    }

    private static void run(Path folder, Path temporary, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(options));
        command.addAll(List.of(ProcessesTest.class.getName(), folder.toString(), "there"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static List<Digest> digests(Path folder, String who) throws IOException {
        List<Digest> digests = new ArrayList<>();
        for (int i = 0; i < QUERIES.size(); i++) {
            digests.add(Digest.ofFile(folder.resolve(who + i)));
        }
        return digests;
    }
}
