package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevokeCommandTest {

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void write(@TempDir Path folder) {
        wadachi = Captured.in(folder);
        ShopFile.in(folder);
        wadachi.run("run", "Shop.java", "Shop", "evaluate");
    }

    @Test
    void a_result_is_revoked_once() {
        wadachi.run("revoke", "Sales", "--reason", "cut off");

        Captured.Said said = wadachi.run("revoke", "Sales", "--reason", "again");

        assertThat(said.out())
                .startsWith("Sales(file=sales.txt) of run ")
                .contains(" is revoked already, by ")
                .endsWith(": cut off\n");
        assertThat(wadachi.run("revoke", "--list").out()).contains("cut off").doesNotContain("again");
    }

    @Test
    void what_was_never_revoked_cannot_be_withdrawn() {
        assertThat(wadachi.run("revoke", "--withdraw", "nonsense", "--reason", "it was right"))
                .isEqualTo(new Captured.Said(
                        ExitCode.BAD_INPUT, "", "nothing that is revoked has the id nonsense: nothing is revoked\n"));
        assertThat(wadachi.run("accept", "--withdraw", "nonsense", "--reason", "it was not")
                        .err())
                .isEqualTo("nothing that is accepted has the id nonsense: nothing is accepted\n");
    }
}
