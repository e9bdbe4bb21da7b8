package dev.wadachi.cli;

import dev.wadachi.cli.project.CompiledProject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Finds the lines of the user's own code in what was thrown: the rest of a stack is of no use to them.
record UserFrames(CompiledProject classes) {

    private static final int MOST = 8;

    /// The user's frames of the root cause, nearest to the throw first; empty if the user's code took no part.
    List<String> of(Throwable thrown) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : root(thrown).getStackTrace()) {
            if (isOwn(frame) && frames.size() < MOST) {
                frames.add("at " + frame.getClassName().replace('$', '.') + "." + method(frame) + "("
                        + frame.getFileName() + ":" + frame.getLineNumber() + ")");
            }
        }
        return frames;
    }

    /// What was thrown first.
    static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; root.getCause() != null && depth < 100; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private boolean isOwn(StackTraceElement frame) {
        String file = frame.getClassName().replace('.', '/') + ".class";
        return classes.own().stream().anyMatch(folder -> Files.exists(folder.resolve(file)));
    }

    private static String method(StackTraceElement frame) {
        return frame.getMethodName().startsWith("lambda$") ? "λ" : frame.getMethodName();
    }
}
