package dev.wadachi.engine;

import dev.wadachi.engine.worker.Thrown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What was thrown, in words: the outermost first, for it says what was being done, then what caused it.
final class ThrownText {

    private static final int DEEPEST = 100;
    private static final String OURS = "dev.wadachi.";

    private ThrownText() {}

    /// A text for each that says something of its own.
    static List<String> of(Throwable thrown) {
        List<String> told = new ArrayList<>();
        Throwable next = thrown;
        for (int depth = 0; next != null && depth < DEEPEST; depth++) {
            String own = next.getMessage() == null ? kind(next) : next.getMessage();
            if (!isWrapper(next) && told.stream().noneMatch(before -> before.contains(own))) {
                told.add(text(next));
            }
            next = next.getCause();
        }
        return List.copyOf(told);
    }

    /// Its own words; its class too where they would not stand alone.
    private static String text(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null) {
            return kind(thrown).isEmpty() ? thrown.getClass().getName() : kind(thrown);
        }
        return speaksForItself(thrown) ? message : kind(thrown) + ": " + message;
    }

    /// The simple name of its class.
    private static String kind(Throwable thrown) {
        return thrown instanceof Thrown elsewhere
                ? elsewhere.type().replaceAll(".*[.$]", "")
                : thrown.getClass().getSimpleName();
    }

    private static String type(Throwable thrown) {
        return thrown instanceof Thrown elsewhere
                ? elsewhere.type()
                : thrown.getClass().getName();
    }

    /// Wadachi's words are whole sentences, which a name such as `IOException` before them makes no clearer.
    private static boolean speaksForItself(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return type(thrown).startsWith(OURS)
                || type(thrown).equals(IOException.class.getName())
                        && stack.length > 0
                        && stack[0].getClassName().startsWith(OURS);
    }

    /// Says nothing but its cause, as `new RuntimeException(cause)` does.
    private static boolean isWrapper(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause != null
                && (thrown.getMessage() == null || thrown.getMessage().equals(cause.toString()));
    }
}
