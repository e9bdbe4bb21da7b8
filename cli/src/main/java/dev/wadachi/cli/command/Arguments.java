package dev.wadachi.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The words after a command, parted into the command's own and the pipeline's parameters, which no command can know:
/// every `--name` that is not the command's own is a parameter.
///
/// A parameter takes the word behind it as its value, unless that is an option; alone it has none, which is enough for
/// one that is true or false. It may be given more than once, for a list.
///
/// @param own words that the command knows
/// @param parameters a parameter's values, by its name as it was written; none where it stands alone
public record Arguments(List<String> own, Map<String, List<String>> parameters) {

    public static Arguments split(List<String> words, CommandSpec command) {
        List<String> own = new ArrayList<>();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean takesNext = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
            if (isOption(word) && !isKnown(word, command)) {
                String name = nameOf(word);
                if (word.contains("=")) {
                    put(parameters, name, word.substring(word.indexOf('=') + 1));
                } else {
                    List<String> values = parameters.computeIfAbsent(name, _ -> new ArrayList<>());
                    if (takesNext) {
                        values.add(words.get(++i));
                    }
                }
            } else {
                own.add(word);
                if (takesNext && takesValue(word, command)) {
                    own.add(words.get(++i));
                }
            }
        }
        return new Arguments(own, parameters);
    }

    /// `name=value` pairs, for parameters that are called as an option of the command is.
    public static void add(List<String> pairs, Map<String, List<String>> parameters) {
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new BadInput("-P " + pair + ": write a parameter as -P name=value");
            }
            put(parameters, pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private static boolean isOption(String word) {
        return word.startsWith("--") && word.length() > 2;
    }

    private static String nameOf(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word.substring(2) : word.substring(2, equals);
    }

    private static boolean isKnown(String word, CommandSpec command) {
        return command.findOption("--" + nameOf(word)) != null;
    }

    private static boolean takesValue(String word, CommandSpec command) {
        OptionSpec option = word.startsWith("-") && !word.contains("=") ? command.findOption(word) : null;
        return option != null && option.arity().max() > 0;
    }
}
