package dev.wadachi.cli.shell;

import dev.wadachi.cli.command.Cancellation;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.progress.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `wadachi shell` gives to jshell, for a test that types.
public final class SessionArguments {

    private SessionArguments() {}

    /// Of a single source file.
    ///
    /// @param startup a file to be written
    public static List<String> of(Path file, Path startup) throws IOException {
        Terminal terminal = Terminal.of(System.out, System.err, Terminal.Form.PLAIN);
        LocalDate today = LocalDate.of(2026, 11, 21);
        Surroundings around = new Surroundings(
                List.of("wadachi", "shell"), Path.of(""), Map.of(), Path.of(""), terminal, today, new Cancellation());
        Workspace workspace = Workspace.of(around, Optional.of(file), new StoreOption());
        return new TypedShell(Beginning.of(workspace, Optional.empty(), Optional.empty(), today), terminal)
                .arguments(startup);
    }
}
