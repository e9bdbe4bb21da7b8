package dev.wadachi.cli.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;

/// What came of a snippet.
///
/// @param events the snippet's own; not what it changed for others
record Evaluated(List<SnippetEvent> events) {

    private static final int FRAMES = 8;

    /// Where no snippet's author looks for a mistake.
    private static final Predicate<StackTraceElement> ELSEWHERE =
            frame -> Stream.of("java.", "jdk.", "dev.wadachi.").anyMatch(frame.getClassName()::startsWith);

    static Evaluated of(List<SnippetEvent> events) {
        return new Evaluated(
                events.stream().filter(event -> event.causeSnippet() == null).toList());
    }

    /// The value, where the snippet is an expression that has one.
    Optional<String> printed() {
        return events.stream()
                .filter(event -> event.exception() == null && event.snippet().kind() == Snippet.Kind.EXPRESSION
                        || event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                .flatMap(event -> Stream.ofNullable(event.value()))
                .findFirst();
    }

    /// Why it failed, if it did.
    Optional<String> failure(JShell shell) {
        return events.stream().flatMap(event -> failure(event, shell).stream()).findFirst();
    }

    private static Optional<String> failure(SnippetEvent event, JShell shell) {
        String source = event.snippet().source().strip();
        if (event.status() == Snippet.Status.REJECTED) {
            return Optional.of("does not compile: " + source + "\n" + problems(shell.diagnostics(event.snippet())));
        }
        return switch (event.exception()) {
            case null -> Optional.empty();
            case EvalException thrown -> Optional.of(thrown(thrown));
            case UnresolvedReferenceException unknown ->
                Optional.of("not all that this needs is there: " + source + "\n"
                        + String.join(
                                "\n",
                                shell.unresolvedDependencies(unknown.getSnippet())
                                        .toList()));
            default -> Optional.of(String.valueOf(event.exception().getMessage()));
        };
    }

    private static String problems(Stream<Diag> found) {
        return found.filter(Diag::isError)
                .map(problem -> problem.getMessage(Locale.ROOT).indent(2).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String thrown(EvalException thrown) {
        String name = thrown.getExceptionClassName();
        return name.substring(name.lastIndexOf('.') + 1) + ": " + thrown.getMessage()
                + Stream.of(thrown.getStackTrace())
                        .filter(ELSEWHERE.negate())
                        .limit(FRAMES)
                        .map(frame -> "\n  at " + frame)
                        .collect(Collectors.joining());
    }
}
