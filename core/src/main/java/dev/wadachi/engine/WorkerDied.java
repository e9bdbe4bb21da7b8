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
            case 1, 3, 15 -> "run it again: what succeeded is kept";
            default -> "something that it calls ends the process (System.exit, or native code): let it throw instead";
        };
    }

    /// A code above 128 may be a program's own, too; of signals, those are named that end processes as a rule.
    private static String text(int code) {
        return switch (code - SIGNALLED) {
            case 1 -> signalled("1 (SIGHUP)");
            case 3 -> signalled("3 (SIGQUIT)");
            case 4 -> signalled("4 (SIGILL)");
            case 6 -> signalled("6 (SIGABRT)");
            case 7 -> signalled("7 (SIGBUS)");
            case 8 -> signalled("8 (SIGFPE)");
            case 9 -> signalled("9 (SIGKILL)");
            case 11 -> signalled("11 (SIGSEGV)");
            case 15 -> signalled("15 (SIGTERM)");
            default -> "its JVM ended with exit code " + code + " before the body was done";
        };
    }

    private static String signalled(String signal) {
        return "its JVM was ended by signal " + signal + " before the body was done";
    }
}
