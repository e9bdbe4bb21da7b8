package dev.wadachi.command;

import dev.wadachi.task.Effort;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A command while something is said of it: the components of a [Command], to be changed one at a time.
final class Draft {

    final List<String> arguments;
    final Map<String, Task<?>> inputs = new TreeMap<>();
    final Map<String, Task<Folder>> files = new TreeMap<>();
    final Map<String, Task<String>> answers = new TreeMap<>();
    final Map<String, String> environment = new TreeMap<>();
    final Map<String, String> variables = new TreeMap<>();
    final Map<String, String> secrets = new TreeMap<>();
    final Set<String> outputs = new TreeSet<>();
    final Set<String> mayBeEmpty = new TreeSet<>();
    Optional<String> standardInput = Optional.empty();
    Optional<String> standardOutput = Optional.empty();
    Optional<Duration> limit = Optional.empty();
    Optional<String> name = Optional.empty();
    Effort effort = Effort.LEAST;

    Draft(List<String> arguments) {
        this.arguments = new ArrayList<>(arguments);
    }

    Draft(Command command) {
        this(command.arguments());
        inputs.putAll(command.inputs());
        files.putAll(command.files());
        answers.putAll(command.answers());
        environment.putAll(command.environment());
        variables.putAll(command.variables());
        secrets.putAll(command.secrets());
        outputs.addAll(command.outputs());
        mayBeEmpty.addAll(command.mayBeEmpty());
        standardInput = command.standardInput();
        standardOutput = command.standardOutput();
        limit = command.limit();
        name = command.name();
        effort = command.effort();
    }

    /// Says something by name, which can be said in one way only.
    static <V> void put(Map<String, V> map, String name, V value) {
        V known = map.putIfAbsent(name, value);
        if (known != null && !known.equals(value)) {
            throw new IllegalArgumentException("'" + name + "' is said twice; say it once");
        }
    }

    Command command() {
        return new Command(
                arguments,
                inputs,
                files,
                answers,
                environment,
                variables,
                secrets,
                outputs,
                mayBeEmpty,
                standardInput,
                standardOutput,
                limit,
                name,
                effort);
    }
}
