package dev.wadachi.testkit;

import dev.wadachi.task.Name;

/// What a task is called.
final class TaskName {

    private TaskName() {}

    static String of(Class<?> task) {
        Name name = task.getAnnotation(Name.class);
        return name == null ? task.getSimpleName() : name.value();
    }
}
