package dev.wadachi.engine;

/// A worker ended before its body did.
final class WorkerDied extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Systems tell a process that was ended by a signal by a code above this one.
    private static final int SIGNALLED = 128;

    private final int code;

    /// @param code its exit code
    WorkerDied(int code) {
        super(text(code));
        this.code = code;
    }

    int code() {
        return code;
    }

    String hint() {
        return switch (code - SIGNALLED) {
            case 9 ->
                "somebody killed it, or the system did because its memory was short: let the task claim what it takes"
                        + " (@Needs(memory = …)) and hold less at once, or run fewer at a time (--jobs)";
            case 4, 6, 7, 8, 11 ->
                "native code crashed: its log names the file in which Java says where; what succeeded is kept";
            default ->
                code > 0 && code < SIGNALLED || code == 0
                        ? "something that it calls ends the process (System.exit, or native code): let it throw instead"
                        : "run it again: what succeeded is kept";
        };
    }

    private static String text(int code) {
        int signal = code - SIGNALLED;
        return signal > 0 && signal < 65
                ? "its JVM was ended by " + name(signal) + " before the body was done"
                : "its JVM ended with exit code " + code + " before the body was done";
    }

    private static String name(int signal) {
        return switch (signal) {
            case 1 -> "signal 1 (SIGHUP)";
            case 3 -> "signal 3 (SIGQUIT)";
            case 4 -> "signal 4 (SIGILL)";
            case 6 -> "signal 6 (SIGABRT)";
            case 7 -> "signal 7 (SIGBUS)";
            case 8 -> "signal 8 (SIGFPE)";
            case 9 -> "signal 9 (SIGKILL)";
            case 11 -> "signal 11 (SIGSEGV)";
            case 15 -> "signal 15 (SIGTERM)";
            default -> "signal " + signal;
        };
    }
}
