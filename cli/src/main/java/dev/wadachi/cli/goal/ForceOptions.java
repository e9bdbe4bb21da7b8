package dev.wadachi.cli.goal;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.engine.Force;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// What overrides the cache: runs a task again, or gives it a value from elsewhere.
final class ForceOptions {

    @Option(
            names = "--rerun",
            split = ",",
            paramLabel = "<task>",
            description = "Run tasks of this name again; with a +, also all that follows.")
    private List<String> rerun = new ArrayList<>();

    @Option(names = "--rerun-affected", description = "Run again what was computed from a revoked result.")
    private boolean rerunAffected;

    @Option(
            names = "--reuse",
            split = ",",
            paramLabel = "<task>",
            description = "Take the newest result of this task, whatever changed since.")
    private List<String> reuse = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "<task>=<file>",
            description = "A file in place of the value of a task: for a Table Parquet or CSV, else JSON or text.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--from", paramLabel = "<task>=<run>", description = "The value that a task had in an earlier run.")
    private List<String> from = new ArrayList<>();

    /// Tasks whose newest results are to be taken.
    Set<String> reused(Selection selection) {
        return reuse.stream().map(selection::nameToday).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// What was asked for. A task that was renamed is known by both names.
    ///
    /// @param folder where files are looked for
    /// @throws BadInput if it contradicts itself, or a file cannot be read
    List<Force> of(Selection selection, Path folder) {
        refuseContradictions(selection);
        List<Force> forces = new ArrayList<>();
        for (String text : rerun) {
            String task = selection.nameToday(plain(text));
            forces.add(text.endsWith("+") ? new Force.RerunDownstream(task) : new Force.Rerun(task));
        }
        reused(selection).forEach(task -> forces.add(new Force.Reuse(task)));
        if (rerunAffected) {
            forces.add(new Force.RerunAffected());
        }
        for (String text : set) {
            Map.Entry<String, String> pair = pair("--set", text, "file");
            String task = selection.nameToday(pair.getKey());
            forces.add(new GivenFile(task, folder.resolve(pair.getValue())).force(selection));
        }
        for (String text : from) {
            Map.Entry<String, String> pair = pair("--from", text, "run");
            forces.add(new Force.FromRun(selection.nameToday(pair.getKey()), pair.getValue()));
        }
        return forces;
    }

    /// A task either runs or has its value from one other place.
    private void refuseContradictions(Selection selection) {
        Map<String, Set<String>> told = new LinkedHashMap<>();
        rerun.forEach(task -> tell(selection.nameToday(plain(task)), "--rerun " + task, told));
        reuse.forEach(task -> tell(selection.nameToday(task), "--reuse " + task, told));
        set.forEach(text -> tell(selection.nameToday(pair("--set", text, "file").getKey()), "--set " + text, told));
        from.forEach(
                text -> tell(selection.nameToday(pair("--from", text, "run").getKey()), "--from " + text, told));
        for (Map.Entry<String, Set<String>> task : told.entrySet()) {
            boolean reruns = task.getValue().stream().allMatch(option -> option.startsWith("--rerun "));
            if (task.getValue().size() > 1 && !reruns) {
                throw new BadInput(String.join(" and ", task.getValue()) + " contradict each other: " + task.getKey()
                        + " either runs again or has its value from one place; keep one of them");
            }
        }
    }

    private static void tell(String task, String option, Map<String, Set<String>> told) {
        told.computeIfAbsent(task, _ -> new LinkedHashSet<>()).add(option);
    }

    private static String plain(String task) {
        return task.endsWith("+") ? task.substring(0, task.length() - 1) : task;
    }

    private static Map.Entry<String, String> pair(String option, String text, String what) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new BadInput(option + " " + text + ": write " + option + " <task>=<" + what + ">");
        }
        return Map.entry(text.substring(0, equals), text.substring(equals + 1));
    }
}
