package dev.wadachi.engine;

import dev.wadachi.task.Name;
import dev.wadachi.task.OwnTraits;
import dev.wadachi.task.Task;
import dev.wadachi.task.Was;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The names of the tasks of one graph, and that no two classes share one. Those of one class may have names of their
/// own.
final class TaskNames {

    /// @param current as people call it today
    /// @param stored as results are kept: an older name where `@Was` says so
    record Names(String current, String stored) {}

    private static final Pattern LEGAL = Pattern.compile("[\\p{L}\\p{N}._-]{1,100}");

    private final Map<Class<?>, Names> ofClass = new HashMap<>();
    private final Map<String, Class<?>> taken = new HashMap<>();
    private final Set<String> current = new TreeSet<>();

    /// The names of a task: its own, or those of its class.
    ///
    /// @throws IllegalArgumentException if the name cannot be a name, or belongs to another class
    Names of(Task<?> task) {
        Optional<String> own = task instanceof OwnTraits traits ? traits.name() : Optional.empty();
        own.ifPresent(name -> take(name, task.getClass()));
        Names names = own.map(name -> new Names(name, name)).orElseGet(() -> of(task.getClass()));
        current.add(names.current());
        return names;
    }

    /// The names of a task class.
    ///
    /// @throws IllegalArgumentException if the name cannot be a name, or belongs to another class
    Names of(Class<?> type) {
        Names known = ofClass.get(type);
        if (known != null) {
            return known;
        }
        Name name = type.getAnnotation(Name.class);
        Was was = type.getAnnotation(Was.class);
        String current = name == null ? type.getSimpleName() : name.value();
        Names names = new Names(current, was == null ? current : was.value());
        take(names.current(), type);
        take(names.stored(), type);
        ofClass.put(type, names);
        return names;
    }

    /// What the tasks so far are called today.
    Set<String> all() {
        return new TreeSet<>(current);
    }

    /// Names that differ only in case are one: on many machines their folders would be.
    private void take(String name, Class<?> type) {
        if (!LEGAL.matcher(name).matches()) {
            throw new IllegalArgumentException("the task " + type.getName() + " has the name '" + name
                    + "', but a name has 1 to 100 letters, digits, '.', '_' or '-'; give it another (@Name(\"…\"))");
        }
        Class<?> other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), type);
        if (other != null && other != type) {
            throw new IllegalArgumentException("two tasks are called " + name + ": " + other.getName() + " and "
                    + type.getName() + "; rename one of them, or give it another name with @Name(\"…\")");
        }
    }
}
