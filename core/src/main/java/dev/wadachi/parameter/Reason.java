package dev.wadachi.parameter;

/// What an exception of the user's says.
final class Reason {

    private Reason() {}

    static String of(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
