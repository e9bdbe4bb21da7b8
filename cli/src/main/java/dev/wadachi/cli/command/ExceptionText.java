package dev.wadachi.cli.command;

/// What an exception says.
public final class ExceptionText {

    private ExceptionText() {}

    /// Its message; a file's exception often has the file's name alone for one, so its kind goes before that.
    public static String of(Throwable failed) {
        String kind = failed.getClass().getSimpleName().replaceAll("Exception$", "");
        String message = failed.getMessage();
        return message == null ? kind : message.contains(" ") ? message : kind + " " + message;
    }
}
