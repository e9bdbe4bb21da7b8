package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.table.Table;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/how-to/read-from-postgresql.md` shows, as a user does it: by the command, a process of its own, whose
/// class path has no driver of PostgreSQL.
@Timeout(240)
class WarehouseTest {

    private static final String DRIVER = "postgresql";

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    /// What a command printed, both streams as they came.
    record Said(int code, String text) {}

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table sales (id int primary key, shop text, sold int, changed_at timestamptz)");
            statement.execute("insert into sales values (1, 'chiba', 3, now()), (2, 'urawa', 4, now()),"
                    + " (3, 'chiba', 5, now())");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void a_single_file_reads_and_writes_a_database_with_the_driver_in_its_lib_folder() throws Exception {
        project(folder);
        Path jar = driver();
        Files.createDirectories(folder.resolve("lib"));
        Files.copy(jar, folder.resolve("lib").resolve(jar.getFileName()));

        Said said = wadachi("run", "Warehouse.java", "Warehouse", "sales", "changed", "published");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(Table.jdbc(server.getPostgresDatabase(), "select * from forecast order by shop")
                        .longs("needed"))
                .containsExactly(8, 4);
    }

    @Test
    void without_a_driver_it_is_said_where_to_put_one_and_no_stack_is_shown() throws IOException {
        project(folder);
        Files.writeString(folder.resolve("wadachi.toml"), "[resources.warehouse]\nurl = \"jdbc:nothing://host/db\"\n");

        Captured.Said said = Captured.in(folder).run("run", "Warehouse.java", "Warehouse", "sales");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.err())
                .contains("no driver for jdbc:nothing:… is on the class path (there are ")
                .contains("to the dependencies in its pom.xml or, where it has none, its jar to the folder lib")
                .doesNotContain("\tat ");
    }

    @Test
    @Tag("soak")
    void a_maven_project_brings_its_driver_as_a_dependency() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("src/main/java"));
        project(sources);
        Files.move(sources.resolve("wadachi.toml"), folder.resolve("wadachi.toml"));
        String version = driver().getFileName().toString().replaceAll("postgresql-|\\.jar", "");
        MavenShelf.in(folder).need("org.postgresql", DRIVER, version);

        Said said = wadachi("run", "Warehouse", "sales");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("3 rows");
    }

    private static void project(Path sources) throws IOException {
        Files.copy(
                Page.repository().resolve("cli/src/test/resources/guide/Warehouse.java"),
                sources.resolve("Warehouse.java"));
        Files.writeString(sources.resolve("wadachi.toml"), """
                [resources.warehouse]
                url = "jdbc:postgresql://localhost:%d/postgres"
                user = "postgres"
                password = "postgres"
                """.formatted(server.getPort()));
    }

    private static Path driver() {
        return classPath().stream()
                .map(Path::of)
                .filter(entry -> entry.getFileName().toString().startsWith(DRIVER + "-"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }

    private Said wadachi(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath().stream()
                        .filter(entry -> !entry.contains("postgres"))
                        .collect(Collectors.joining(File.pathSeparator)),
                Main.class.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
