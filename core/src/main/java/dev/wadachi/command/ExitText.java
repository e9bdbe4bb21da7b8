package dev.wadachi.command;

import java.util.Map;

/// What an exit code says.
final class ExitText {

    /// POSIX adds this to the number of the signal that ended a program.
    private static final int SIGNALLED = 128;

    private static final Map<Integer, String> SIGNALS = Map.of(
            2, "INT, as by Ctrl-C",
            6, "ABRT: it gave up itself",
            9, "KILL; most often the system was out of memory, or somebody ended it",
            11, "SEGV: it has a defect in native code",
            15, "TERM: somebody asked it to end");

    private ExitText() {}

    static String of(int exitCode) {
        String signal = SIGNALS.get(exitCode - SIGNALLED);
        return "ended with exit code " + exitCode
                + (signal == null ? "" : " (signal " + (exitCode - SIGNALLED) + ", " + signal + ")");
    }
}
