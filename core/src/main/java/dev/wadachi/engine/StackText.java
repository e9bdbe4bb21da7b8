package dev.wadachi.engine;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Stack traces as text.
final class StackText {

    private StackText() {}

    /// The stack trace with its causes, as Java prints it.
    static String of(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
