package dev.wadachi.parameter;

/// A component of a task class that is a parameter: opaque to others, shared by all tasks of the class.
public final class ParameterSlot implements Slot {

    private final Field field;

    ParameterSlot(Field field) {
        this.field = field;
    }

    Field field() {
        return field;
    }

    @Override
    public int index() {
        return field.index();
    }
}
