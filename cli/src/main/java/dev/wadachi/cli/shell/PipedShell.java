package dev.wadachi.cli.shell;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.progress.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Snippets that come through a pipe: the values of expressions are printed, and the first snippet that fails ends it,
/// as a script wants it.
///
/// A snippet ends with a line's end where it can, as it does for those who type.
///
/// @param beginning what it begins with
/// @param terminal where it prints
record PipedShell(Beginning beginning, Terminal terminal) {

    /// The snippets in their order, as far as all goes well.
    ExitCode carryOut(String snippets) {
        JShell.Builder builder = JShell.builder()
                .executionEngine(new AgentProvider(), Map.of())
                .remoteVMOptions(flags())
                .out(terminal.out())
                .err(terminal.err());
        try (JShell shell = builder.build()) {
            beginning.classPath().forEach(entry -> shell.addToClasspath(entry.toString()));
            Optional<String> failed = carryOut(beginnings(), Printing.NOTHING, shell)
                    .or(() -> carryOut(snippets, Printing.VALUES, shell));
            failed.ifPresent(terminal.err()::println);
            return failed.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    /// Which values are printed.
    private enum Printing {
        VALUES,
        NOTHING
    }

    private String[] flags() {
        List<String> flags = new ArrayList<>(beginning.flags());
        flags.add("-D" + Agent.READER + "=" + Agent.Reader.PIPE);
        return flags.toArray(String[]::new);
    }

    private String beginnings() {
        List<String> texts = new ArrayList<>(beginning.imports());
        beginning.values().forEach(value -> texts.add(value.snippet()));
        return String.join("\n", texts);
    }

    /// What is said of the snippet that failed; empty if none did.
    private Optional<String> carryOut(String text, Printing printing, JShell shell) {
        String rest = "";
        for (String line : text.lines().toList()) {
            if (rest.isBlank() && line.strip().equals("/exit")) {
                return Optional.empty();
            }
            rest = rest + line + "\n";
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            while (next.completeness().isComplete()) {
                Optional<String> failed = carryOutOne(next.source(), printing, shell);
                if (failed.isPresent()) {
                    return failed;
                }
                rest = next.remaining();
                next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            }
        }
        return rest.isBlank() ? Optional.empty() : carryOutOne(rest, printing, shell);
    }

    private Optional<String> carryOutOne(String source, Printing printing, JShell shell) {
        Evaluated evaluated = Evaluated.of(shell.eval(source));
        if (printing == Printing.VALUES) {
            evaluated.printed().ifPresent(terminal.out()::println);
        }
        return evaluated.failure(shell);
    }
}
