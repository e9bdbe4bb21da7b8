package dev.wadachi.engine;

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
            String own = next.getMessage() == null ? next.getClass().getSimpleName() : next.getMessage();
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
        String kind = thrown.getClass().getSimpleName();
        if (message == null) {
            return kind.isEmpty() ? thrown.getClass().getName() : kind;
        }
        return speaksForItself(thrown) ? message : kind + ": " + message;
    }

    /// Wadachi's words are whole sentences, which a name such as `IOException` before them makes no clearer.
    private static boolean speaksForItself(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return thrown.getClass().getName().startsWith(OURS)
                || thrown.getClass() == IOException.class
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
