package dev.wadachi.cli.run;

import dev.wadachi.cli.command.Arguments;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.parameter.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The points of the range of time that goals were asked for over.
///
/// @param parameter the parameter that has the range, as it is typed without dashes
/// @param selections what is wanted of each point, by its name; the earliest first
/// @param asked the words of the command at hand
record Points(String parameter, SequencedMap<String, Selection> selections, Arguments asked) {

    private static final CommandSpec RUN = new CommandLine(new RunCommand()).getCommandSpec();

    /// @param command how the command at hand reads its words
    /// @throws BadInput if several parameters have a range of time
    static Points of(Selection selection, Surroundings around, CommandSpec command) {
        if (selection.overTime().size() > 1) {
            throw new BadInput("--" + String.join(" and --", selection.overTime())
                    + " have a range of time each, and a run is of one point of one range; write the values of all but"
                    + " one with commas between them");
        }
        String parameter = selection.overTime().getFirst();
        List<String> words = around.command().subList(2, around.command().size());
        return new Points(parameter, selection.by(parameter), Arguments.split(words, command));
    }

    /// The command that runs one point alone.
    NextCommand run(String point) {
        return command(Map.of(parameter, point));
    }

    /// The command that runs all points of the range.
    NextCommand runAll() {
        return command(Map.of());
    }

    private NextCommand command(Map<String, String> others) {
        NextCommand command = NextCommand.of("wadachi", "run");
        Map<String, List<String>> parameters = new LinkedHashMap<>(asked.parameters());
        for (List<String> words = asked.own(); !words.isEmpty(); ) {
            int taken = 1;
            String word = words.getFirst();
            if (word.equals("-P") && words.size() > 1) {
                taken = 2;
                Arguments.add(List.of(words.get(1)), parameters);
            } else if (word.startsWith("-P")) {
                Arguments.add(List.of(word.substring(2)), parameters);
            } else if (isOfOneCommand(word)) {
                taken = !word.equals("--stop-after-failure") && !word.equals("--json") && !word.contains("=") ? 2 : 1;
            } else {
                command = command.with(word);
            }
            words = words.subList(Math.min(taken, words.size()), words.size());
        }
        for (Map.Entry<String, List<String>> given : parameters.entrySet()) {
            String other = others.get(Names.kebab(given.getKey()));
            List<String> values = given.getValue().isEmpty() ? List.of("true") : given.getValue();
            for (String value : other == null ? values : List.of(other)) {
                command = command.withParameter(given.getKey(), value, RUN);
            }
        }
        return command.masked();
    }

    /// What a command that a person copies is better without.
    private static boolean isOfOneCommand(String word) {
        List<String> left = new ArrayList<>(BackfillOptions.NAMES);
        left.add("--json");
        return left.stream().anyMatch(option -> word.equals(option) || word.startsWith(option + "="));
    }
}
