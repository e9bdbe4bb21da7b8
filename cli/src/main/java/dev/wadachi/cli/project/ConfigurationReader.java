package dev.wadachi.cli.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns the lines of a `wadachi.toml` into a [Configuration], and collects everything that is wrong with them.
final class ConfigurationReader {

    private static final String PROJECT = "project";
    private static final List<String> KEYS = List.of(PROJECT, "store", "sources");
    private static final String REMOTE = "remote";
    private static final List<String> REMOTE_KEYS =
            List.of(Stores.LOCATION, Stores.SHARE, "endpoint", "region", "path-style", "timeout", "attempts", "cache");
    private static final String RESOURCES = "resources";
    private static final String NOTIFY = "notify";
    private static final String EXTENDS = "extends";
    private static final List<String> EXTENDS_KEYS = List.of("file", "digest");

    private static final List<String> KNOWN = Stream.concat(
                    KEYS.stream(),
                    Stream.of(
                            "[" + RESOURCES + ".<name>]",
                            "[" + REMOTE + "]",
                            "[" + NOTIFY + ".<name>]",
                            "[" + EXTENDS + "]"))
            .toList();
    private static final Pattern SECRET = Pattern.compile("(?i).*(?:pass|secret|token|key|credential).*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final String name;
    private final Map<String, String> environment;
    private final List<TomlProblem> problems = new ArrayList<>();
    private final Map<String, String> plain = new LinkedHashMap<>();
    private final Map<String, String> remote = new LinkedHashMap<>();
    private final Map<String, String> extension = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> resources = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> receivers = new LinkedHashMap<>();
    private final Set<String> secrets = new HashSet<>();
    private final Map<String, String> origins = new LinkedHashMap<>();

    private ConfigurationReader(String name, Map<String, String> environment) {
        this.name = name;
        this.environment = environment;
    }

    /// What one file says.
    ///
    /// @param said its settings
    /// @param extension what `[extends]` says: `file` and `digest`; empty if it stands alone
    record Layer(Configuration said, Map<String, String> extension) {}

    /// @param name how the file is called in messages
    /// @throws ProjectProblem with every line that is wrong
    static Layer read(String name, String text, Map<String, String> environment) {
        return new ConfigurationReader(name, environment).read(text);
    }

    private Layer read(String text) {
        Toml.read(text, problems).forEach(this::take);
        if (!problems.isEmpty()) {
            throw new ProjectProblem(name + " cannot be used:\n  "
                    + problems.stream()
                            .sorted(Comparator.comparingInt(TomlProblem::line))
                            .map(TomlProblem::toString)
                            .collect(Collectors.joining("\n  ")));
        }
        return new Layer(
                new Configuration(
                        Optional.ofNullable(plain.get(PROJECT)),
                        Optional.ofNullable(plain.get("store")),
                        Optional.ofNullable(plain.get("sources")),
                        remote,
                        resources,
                        receivers,
                        secrets,
                        origins),
                extension);
    }

    private void take(Toml.Setting setting) {
        switch (setting.table()) {
            case List<String> table when table.isEmpty() -> takePlain(setting);
            case List<String> table when table.equals(List.of(REMOTE)) -> takeKnown(setting, REMOTE_KEYS, remote);
            case List<String> table when table.equals(List.of(EXTENDS)) -> takeKnown(setting, EXTENDS_KEYS, extension);
            case List<String> table
            when table.size() == 2 && table.getFirst().equals(RESOURCES) ->
                takeResource(setting, resources.computeIfAbsent(table.getLast(), _ -> new LinkedHashMap<>()));
            case List<String> table
            when table.size() == 2 && table.getFirst().equals(NOTIFY) ->
                takeResource(setting, receivers.computeIfAbsent(table.getLast(), _ -> new LinkedHashMap<>()));
            case List<String> table ->
                problem(
                        setting,
                        "there is no table [" + String.join(".", table)
                                + "]: a resource is written [resources.<name>], the team's store [remote], who is told of runs"
                                + " [notify.<name>], the team's settings [extends]");
        }
    }

    private void takeResource(Toml.Setting setting, Map<String, String> settings) {
        Matcher variable = VARIABLE.matcher(setting.value());
        while (variable.find()) {
            secrets.add(environment.getOrDefault(variable.group(1), ""));
        }
        put(setting, settings);
        if (SECRET.matcher(setting.key()).matches()) {
            secrets.add(settings.getOrDefault(setting.key(), ""));
        }
    }

    private void takePlain(Toml.Setting setting) {
        if (KEYS.contains(setting.key()) && setting.form() == Toml.Form.BARE) {
            problem(
                    setting,
                    setting.key() + " is a " + (setting.key().equals(PROJECT) ? "name" : "folder")
                            + ", in quotes, but was " + setting.value());
        } else if (setting.key().equals(PROJECT) && setting.value().isBlank()) {
            problem(setting, "project is a name, but is empty");
        } else if (KEYS.contains(setting.key())) {
            put(setting, plain);
        } else {
            problem(setting, "there is no key " + setting.key() + Suggestion.of(setting.key(), KNOWN));
        }
    }

    private void takeKnown(Toml.Setting setting, List<String> keys, Map<String, String> into) {
        if (keys.contains(setting.key())) {
            put(setting, into);
        } else {
            problem(
                    setting,
                    "there is no key " + setting.key() + " in ["
                            + setting.table().getFirst() + "]" + Suggestion.of(setting.key(), keys));
        }
    }

    private void put(Toml.Setting setting, Map<String, String> into) {
        if (into.putIfAbsent(setting.key(), interpolated(setting)) != null) {
            problem(setting, setting.key() + " is given twice");
        }
        List<String> place = new ArrayList<>(setting.table());
        place.add(setting.key());
        origins.put(String.join(".", place), name + ":" + setting.line());
    }

    /// Who is told of runs at night need not be known at a desk: there, such a variable may be missing.
    private String interpolated(Toml.Setting setting) {
        boolean isReceiver =
                setting.table().size() == 2 && setting.table().getFirst().equals(NOTIFY);
        return VARIABLE.matcher(setting.value()).replaceAll(variable -> {
            String value = environment.get(variable.group(1));
            if (value == null && isReceiver) {
                return "";
            }
            if (value == null) {
                problem(
                        setting,
                        setting.key() + " needs the environment variable " + variable.group(1) + ", which is not set");
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private void problem(Toml.Setting setting, String text) {
        problems.add(new TomlProblem(setting.line(), text));
    }
}
