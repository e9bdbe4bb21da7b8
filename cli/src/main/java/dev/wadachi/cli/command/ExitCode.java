package dev.wadachi.cli.command;

/// How the command says to a script what came of it. The numbers above 63 are those of BSD's `sysexits.h`.
public enum ExitCode {
    OK(0, "all went well"),
    FAILED(1, "a task or a snippet failed, verify found a difference, or check or doctor what is to be mended"),
    BAD_INPUT(2, "the command, a name, a parameter or a file is wrong; nothing was run"),
    DOES_NOT_COMPILE(3, "the project's sources do not compile"),
    NO_STORE(4, "the store cannot be used: no permission, no space, or written by a newer Wadachi"),
    NOT_FOR_PRODUCTION(5, "a profile refuses results that are not committed, or stand by somebody's word"),
    NO_JDK(69, "no JDK 25 was found (said by the launcher)"),
    DEFECT(70, "a defect in Wadachi; please report it with what was printed"),
    INTERRUPTED(130, "stopped by Ctrl-C; the same command goes on where it stopped");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}
