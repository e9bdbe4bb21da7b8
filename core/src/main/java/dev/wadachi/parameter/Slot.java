package dev.wadachi.parameter;

/// A component of a task class, before there is a task.
sealed interface Slot permits ParameterSlot, Slot.One, Slot.Several, Slot.Named {

    int index();

    record One(int index, StoredName name) implements Slot {}

    record Several(int index, StoredName name) implements Slot {}

    record Named(int index, StoredName name) implements Slot {}
}
