package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The command as a process of its own.
class MainTest {

    @Test
    void the_exit_code_is_the_processes(@TempDir Path folder) throws IOException, InterruptedException {
        ShopFile.in(folder);

        assertThat(start(folder, "run", "Shop.java", "Shop", "features").waitFor())
                .isZero();
        assertThat(start(folder, "run", "Shop.java", "Shop", "nothing").waitFor())
                .isEqualTo(ExitCode.BAD_INPUT.number());
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that asks a process to stop")
    void a_signal_stops_the_run_and_the_same_command_goes_on(@TempDir Path folder)
            throws IOException, InterruptedException {
        ShopFile shop = ShopFile.in(folder);
        shop.edit("in.metric(\"mae\", mae);", "Thread.sleep(1_000_000);");
        shop.edit("public Score run(Context in) {", "public Score run(Context in) throws InterruptedException {");

        Process process = start(folder, "run", "Shop.java", "Shop", "evaluate");
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("ran Features")) {
                    // The process itself would close what it still has to say.
                    process.toHandle().destroy();
                }
            }
        }

        assertThat(process.waitFor()).isEqualTo(128 + 15);
        assertThat(said).contains("stopped; what ran is kept, and the same command goes on from there");
        assertThat(start(folder, "run", "Shop.java", "Shop", "features")
                        .inputReader()
                        .lines())
                .contains("nothing to do: 2 up to date");
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that asks a process to stop")
    void a_body_that_does_not_react_is_named_and_a_second_signal_ends_the_process_at_once(@TempDir Path folder)
            throws IOException, InterruptedException {
        ShopFile shop = ShopFile.in(folder);
        shop.edit("in.metric(\"mae\", mae);", """
                try {
                            new java.io.FileOutputStream(java.io.FileDescriptor.err).write("deaf\\n".getBytes());
                        } catch (java.io.IOException e) { }
                        while (mae > 0) Thread.onSpinWait();\
                """);

        Process process = start(folder, "run", "Shop.java", "Shop", "evaluate");
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.equals("deaf") || line.startsWith("stopping")) {
                    process.toHandle().destroy();
                }
            }
        }

        assertThat(process.waitFor()).isEqualTo(128 + 15);
        assertThat(said.getLast())
                .isEqualTo(
                        "stopping: waiting up to 10 s for Evaluate(algorithm=ridge); press Ctrl-C again to leave now");
        assertThat(start(folder, "run", "Shop.java", "Shop", "features")
                        .inputReader()
                        .lines())
                .contains("nothing to do: 2 up to date");
    }

    private static final String NAPS = """
            import dev.wadachi.task.*;
            import java.nio.file.*;
            import java.time.LocalDate;

            record Nap(LocalDate day) implements Task<String> {
                public String run(Context in) throws Exception {
                    if (day.getDayOfMonth() > 1 && !Files.exists(in.path("morning"))) {
                        new java.io.FileOutputStream(java.io.FileDescriptor.err).write("asleep\\n".getBytes());
                        Thread.sleep(1_000_000);
                    }
                    return day.toString();
                }
            }

            public record Naps(LocalDate day) implements Pipeline {
                public Task<String> nap() { return new Nap(day); }
            }
            """;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that asks a process to stop")
    void ctrl_c_stops_a_backfill_and_the_same_command_goes_on(@TempDir Path folder)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("Naps.java"), NAPS);
        String[] command = {"run", "Naps.java", "Naps", "nap", "--day", "2021-01-01..2021-01-03"};

        Process process = start(folder, command);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.equals("asleep")) {
                    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
                }
            }
        }

        assertThat(process.waitFor()).isEqualTo(ExitCode.INTERRUPTED.number());
        assertThat(said)
                .contains(
                        "runs:  1 done, 0 failed, 1 stopped, 1 not started",
                        "stopped; what ran is kept, and the same command goes on from there");
        Files.createFile(folder.resolve("morning"));
        assertThat(start(folder, command).inputReader().lines())
                .contains("runs:  2 done, 0 failed; 1 point up to date before")
                .noneMatch(line -> line.startsWith("2021-01-01  "));
    }

    @Test
    void damage_that_is_found_outside_of_a_run_is_told_as_a_warning(@TempDir Path folder)
            throws IOException, InterruptedException {
        ShopFile.in(folder);
        assertThat(start(folder, "run", "Shop.java", "Shop", "features").waitFor())
                .isZero();
        try (Stream<Path> traces = Files.walk(folder.resolve(".wadachi/traces/Features"))) {
            Path trace = traces.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.delete(trace);
            Files.writeString(trace, "{}");
        }

        assertThat(start(folder, "show", "Features").inputReader().lines())
                .first()
                .asString()
                .startsWith("warning: traces/Features/")
                .contains("is damaged");
    }

    private static Process start(Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
