package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `wadachi demo`, in a checkout whose example is a small one; the real example is run by its own tests.
class DemoCommandTest {

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void write(@TempDir Path checkout) throws IOException {
        Path sources = Files.createDirectories(checkout.resolve("examples/ai-shop/src/main/java/shop"));
        Files.writeString(checkout.resolve("examples/ai-shop/wadachi.toml"), "");
        Files.writeString(sources.resolve("Demand.java"), """
                package shop;
                import dev.wadachi.task.*;
                record Sum(int of) implements Task<Integer> {
                    public Integer run(Context in) { return of * (of + 1) / 2; }
                }
                public record Demand() implements Pipeline {
                    public Task<Integer> ladder() { return new Sum(3); }
                    public Task<Integer> publish() { return new Sum(4); }
                }
                """);
        wadachi = Captured.in(checkout);
    }

    @Test
    void the_example_is_run_and_tells_how_to_go_on() {
        Captured.Said said = wadachi.run("demo");

        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.OK);
        assertThat(said.out()).contains("6").contains("10");
        assertThat(said.err()).contains("2 ran, 0 up to date").contains("Edit a line of it, and ask why again.");
    }

    @Test
    void the_second_time_there_is_nothing_to_do() {
        wadachi.run("demo", "--jobs", "1");

        assertThat(wadachi.run("demo").err()).contains("nothing to do: 2 up to date");
    }
}
