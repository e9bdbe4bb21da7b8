package dev.wadachi.command;

import dev.wadachi.codec.Codecs;
import dev.wadachi.parameter.RefusedException;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Whether a command can be run as it is declared.
///
/// @param arguments the program and its arguments
/// @param inputs by the names of their files
/// @param files the paths of the project's files
/// @param outputs the names of what it leaves
record CommandCheck(List<String> arguments, Map<String, Task<?>> inputs, Set<String> files, Set<String> outputs) {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SETTING = Pattern.compile("[^.]+\\.[^.]+");

    /// Everything that is wrong, whatever else will be declared.
    List<String> problems(Map<String, String> variables, Map<String, String> secrets) {
        List<String> problems = new ArrayList<>();
        if (arguments.isEmpty() || arguments.getFirst().isBlank()) {
            problems.add("it names no program; write Command.of(\"python3\", \"train.py\")");
        }
        if (arguments.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            problems.add("an argument has a character 0 in it, which no program can be given");
        }
        problems.addAll(names());
        new TreeMap<>(inputs).forEach((file, task) -> form(file, task).ifPresent(problems::add));
        variables(variables.keySet(), secrets, problems);
        return problems;
    }

    /// What is missing now that nothing more will be declared.
    List<String> gaps(Optional<String> standardInput, Optional<String> standardOutput) {
        List<String> problems = new ArrayList<>();
        if (outputs.isEmpty()) {
            problems.add("it declares no output, so nothing of it could be kept; declare output(\"result.csv\")");
        }
        standardInput
                .filter(file -> !inputs.containsKey(file) && !files.contains(file))
                .ifPresent(file -> problems.add(
                        "its standard input '" + file + "' is none of its inputs " + new TreeSet<>(inputs.keySet())));
        standardOutput
                .filter(file -> !outputs.contains(file))
                .ifPresent(file -> problems.add(
                        "its standard output '" + file + "' is none of its outputs " + new TreeSet<>(outputs)));
        return problems;
    }

    private List<String> names() {
        List<String> problems = new ArrayList<>();
        Map<String, String> seen = new TreeMap<>();
        names("input", inputs.keySet(), seen, problems);
        names("file", files, seen, problems);
        names("output", outputs, seen, problems);
        return problems;
    }

    private static void names(String kind, Collection<String> names, Map<String, String> seen, List<String> problems) {
        for (String name : new TreeSet<>(names)) {
            String problem = FileNames.problem(name);
            if (!problem.isEmpty()) {
                problems.add("the " + kind + " '" + name + "' " + problem);
            }
            seen.forEach((other, otherKind) -> {
                if (FileNames.clash(name, other)) {
                    problems.add("the " + kind + " '" + name + "' and the " + otherKind + " '" + other
                            + "' are in each other's place; name them apart");
                }
            });
            seen.put(name, kind);
        }
    }

    /// What is wrong with the form in which an input is asked for. Whether a task can be stored at all is for the
    /// graph to say, with everything else that is wrong with it.
    private static Optional<String> form(String file, Task<?> task) {
        Set<String> endings;
        String type;
        try {
            Codec<?> codec = Codecs.of(task);
            endings = new TreeSet<>(codec.endings());
            type = codec.type().getSimpleName();
        } catch (RefusedException told) {
            return Optional.empty();
        }
        return endings.isEmpty() || endings.contains(FileNames.ending(file))
                ? Optional.empty()
                : Optional.of("the input '" + file + "' is of type " + type + ", which is written as ."
                        + String.join(", .", endings) + "; name the file so");
    }

    private static void variables(Set<String> variables, Map<String, String> secrets, List<String> problems) {
        Set<String> all = new TreeSet<>(variables);
        all.addAll(secrets.keySet());
        for (String name : all) {
            if (!VARIABLE.matcher(name).matches()) {
                problems.add("the variable '" + name + "' is no name of letters, digits and _");
            }
            if (variables.contains(name) && secrets.containsKey(name)) {
                problems.add("the variable " + name + " is declared as secret and as not secret; declare it once");
            }
        }
        new TreeMap<>(secrets).forEach((name, setting) -> {
            if (!SETTING.matcher(setting).matches()) {
                problems.add("the secret " + name + " is to come from '" + setting
                        + "', but a setting is a resource and a name, such as warehouse.password");
            }
        });
    }

    /// The name of an output, or of a file in one.
    static String declared(String name, Set<String> outputs) {
        if (outputs.stream().noneMatch(output -> name.equals(output) || name.startsWith(output + "/"))) {
            throw new IllegalArgumentException("'" + name + "' is none of the outputs " + new TreeSet<>(outputs)
                    + "; declare it with output(\"" + name + "\")");
        }
        return name;
    }
}
