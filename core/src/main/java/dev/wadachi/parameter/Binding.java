package dev.wadachi.parameter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Turns the options of a command line into pipelines, or into tasks of plain parameters.
///
/// An option is named as the component, in kebab-case or as it stands: `--max-depth`, `--maxDepth`. A comma sweeps, and
/// so does a range (`2021-01-04..2021-08-02`); several swept options give all combinations, the last one fastest. A
/// component that is a List or Set takes the option repeated, `[a,b]`, or a range as its elements. What is not given
/// has its `@Default`.
public final class Binding {

    private Binding() {}

    /// The records that the options stand for: one, or more where they sweep.
    ///
    /// @param type a pipeline, or a task without upstreams
    /// @param options texts by the option's name, without dashes; no text at all stands for `true`
    /// @param today what the word `today` means
    /// @throws BadParametersException with everything that is wrong at once
    /// @throws RefusedException where a component of the class cannot be a parameter
    public static List<Record> bind(Class<? extends Record> type, Map<String, List<String>> options, LocalDate today) {
        return new Binder(type, Fields.of(type), new Today(today)).bind(options);
    }

    /// The options that hold a range of time, such as `week` in `--week 2021-01-04..2021-08-02`, by their names in
    /// kebab-case and the order of the components. One of a List or Set is none: there a range stands for the elements.
    ///
    /// @throws RefusedException where a component of the class cannot be a parameter
    public static List<String> overTime(Class<? extends Record> type, Map<String, List<String>> options) {
        return Fields.of(type).stream()
                .filter(field -> options.entrySet().stream()
                        .filter(option -> Fields.isNamed(field, option.getKey()))
                        .flatMap(option -> option.getValue().stream())
                        .anyMatch(text -> Sweep.isOverTime(field.kind(), text)))
                .map(Fields::option)
                .toList();
    }

    /// What may be given for a class, in the order of its components.
    ///
    /// @throws RefusedException where a component of the class cannot be a parameter
    public static List<Option> options(Class<? extends Record> type) {
        return Fields.of(type).stream()
                .map(field -> new Option(
                        Fields.option(field), Expected.of(field.kind()), Choices.of(field.kind()), field.defaultText()))
                .toList();
    }
}
