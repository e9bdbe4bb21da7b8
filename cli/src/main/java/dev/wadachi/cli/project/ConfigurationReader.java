package dev.wadachi.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
    private static final List<String> KNOWN = Stream.concat(
                    KEYS.stream(), Stream.of("[" + RESOURCES + ".<name>]", "[" + REMOTE + "]"))
            .toList();
    private static final Pattern SECRET = Pattern.compile("(?i).*(?:pass|secret|token|key|credential).*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Map<String, String> environment;
    private final List<TomlProblem> problems = new ArrayList<>();
    private final Map<String, String> plain = new LinkedHashMap<>();
    private final Map<String, String> remote = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> resources = new LinkedHashMap<>();
    private final Set<String> secrets = new HashSet<>();

    private ConfigurationReader(Map<String, String> environment) {
        this.environment = environment;
    }

    static Configuration read(Path file, Map<String, String> environment) {
        try {
            return new ConfigurationReader(environment).read(file, Files.readString(file));
        } catch (NoSuchFileException e) {
            return Configuration.NONE;
        } catch (CharacterCodingException e) {
            throw new ProjectProblem(file + " is not UTF-8: save it as UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Configuration read(Path file, String text) {
        Toml.read(text, problems).forEach(this::take);
        if (!problems.isEmpty()) {
            throw new ProjectProblem(file + " cannot be used:\n  "
                    + problems.stream()
                            .sorted(Comparator.comparingInt(TomlProblem::line))
                            .map(TomlProblem::toString)
                            .collect(Collectors.joining("\n  ")));
        }
        return new Configuration(
                Optional.ofNullable(plain.get(PROJECT)),
                Optional.ofNullable(plain.get("store")),
                Optional.ofNullable(plain.get("sources")),
                remote,
                resources,
                secrets);
    }

    private void take(Toml.Setting setting) {
        switch (setting.table()) {
            case List<String> table when table.isEmpty() -> takePlain(setting);
            case List<String> table when table.equals(List.of(REMOTE)) -> takeRemote(setting);
            case List<String> table
            when table.size() == 2 && table.getFirst().equals(RESOURCES) ->
                takeResource(setting, resources.computeIfAbsent(table.getLast(), _ -> new LinkedHashMap<>()));
            case List<String> table ->
                problem(
                        setting,
                        "there is no table [" + String.join(".", table)
                                + "]: a resource is written [resources.<name>], the team's store [remote]");
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

    private void takeRemote(Toml.Setting setting) {
        if (REMOTE_KEYS.contains(setting.key())) {
            put(setting, remote);
        } else {
            problem(
                    setting,
                    "there is no key " + setting.key() + " in [remote]" + Suggestion.of(setting.key(), REMOTE_KEYS));
        }
    }

    private void put(Toml.Setting setting, Map<String, String> into) {
        if (into.putIfAbsent(setting.key(), interpolated(setting)) != null) {
            problem(setting, setting.key() + " is given twice");
        }
    }

    private String interpolated(Toml.Setting setting) {
        return VARIABLE.matcher(setting.value()).replaceAll(variable -> {
            String value = environment.get(variable.group(1));
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
