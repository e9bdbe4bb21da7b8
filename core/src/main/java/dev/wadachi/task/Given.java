package dev.wadachi.task;

/// A value at hand where a task is asked for. Its meaning is its bytes.
///
/// @param value the value, of any type that has a codec
/// @param <T> its type
public record Given<T>(T value) implements Task<T> {

    @Override
    public T run(Context in) {
        return value;
    }
}
