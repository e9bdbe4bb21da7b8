package dev.wadachi.cli.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final String PROFILE = "profile";
    private static final List<String> PROFILE_KEYS = List.of("store", Profile.ALLOW);
    private static final Set<String> PROFILE_TABLES = Set.of(REMOTE, RESOURCES, NOTIFY);
    private static final String EXTENDS = "extends";
    private static final List<String> EXTENDS_KEYS = List.of("file", "digest");

    private static final List<String> KNOWN = Stream.concat(
                    KEYS.stream(),
                    Stream.of(
                            "[" + RESOURCES + ".<name>]",
                            "[" + REMOTE + "]",
                            "[" + NOTIFY + ".<name>]",
                            "[" + PROFILE + ".<name>]",
                            "[" + EXTENDS + "]"))
            .toList();
    private static final Pattern SECRET = Pattern.compile("(?i).*(?:pass|secret|token|key|credential).*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final String name;
    private final Map<String, String> environment;
    private final List<TomlProblem> problems;
    private final List<TomlProblem> lacks;
    private final Map<String, String> plain = new LinkedHashMap<>();
    private final Map<String, String> remote = new LinkedHashMap<>();
    private final Map<String, String> extension = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> resources = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> receivers = new LinkedHashMap<>();
    private final Set<String> secrets = new HashSet<>();
    private final Map<String, ProfileReader> profiles = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();

    /// @param problems takes what is wrong
    /// @param lacks takes what is missing here, and may be there on another machine
    private ConfigurationReader(
            String name, Map<String, String> environment, List<TomlProblem> problems, List<TomlProblem> lacks) {
        this.name = name;
        this.environment = environment;
        this.problems = problems;
        this.lacks = lacks;
    }

    /// One profile: settings as those of the whole file, but what they lack here counts only where it is asked for.
    private static final class ProfileReader {

        final ConfigurationReader settings;
        final Set<String> allowed = new LinkedHashSet<>();

        ProfileReader(ConfigurationReader file) {
            settings = new ConfigurationReader(file.name, file.environment, file.problems, new ArrayList<>());
        }

        Profile profile() {
            return new Profile(settings.said(), allowed, lines(settings.lacks));
        }
    }

    /// What one file says.
    ///
    /// @param said its settings
    /// @param extension what `[extends]` says: `file` and `digest`; empty if it stands alone
    record Layer(Configuration said, Map<String, String> extension) {}

    /// @param name how the file is called in messages
    /// @throws ProjectProblem with every line that is wrong
    static Layer read(String name, String text, Map<String, String> environment) {
        List<TomlProblem> problems = new ArrayList<>();
        return new ConfigurationReader(name, environment, problems, problems).read(text);
    }

    private Layer read(String text) {
        Toml.read(text, problems).forEach(this::take);
        if (!problems.isEmpty()) {
            throw new ProjectProblem(name + " cannot be used:\n  " + String.join("\n  ", lines(problems)));
        }
        return new Layer(said(), extension);
    }

    private static List<String> lines(List<TomlProblem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(TomlProblem::line))
                .map(TomlProblem::toString)
                .toList();
    }

    private Configuration said() {
        Map<String, Profile> known = new LinkedHashMap<>();
        profiles.forEach((profile, reader) -> known.put(profile, reader.profile()));
        return new Configuration(
                Optional.ofNullable(plain.get(PROJECT)),
                Optional.ofNullable(plain.get("store")),
                Optional.ofNullable(plain.get("sources")),
                remote,
                resources,
                receivers,
                secrets,
                known,
                origins);
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
            case List<String> table
            when table.size() >= 2 && table.getFirst().equals(PROFILE) ->
                takeOfProfile(setting, table.get(1), table.subList(2, table.size()));
            case List<String> table ->
                problem(
                        setting,
                        "there is no table [" + String.join(".", table)
                                + "]: a resource is written [resources.<name>], the team's store [remote], who is told of runs"
                                + " [notify.<name>], the team's settings [extends], what holds in production"
                                + " [profile.production]");
        }
    }

    private void takeOfProfile(Toml.Setting setting, String profile, List<String> table) {
        ProfileReader reader = profiles.computeIfAbsent(profile, _ -> new ProfileReader(this));
        if (table.isEmpty() && setting.key().equals(Profile.ALLOW)) {
            for (String word : Profile.words(setting.value())) {
                String problem = Profile.problem(profile, word);
                if (!problem.isEmpty()) {
                    problem(setting, Profile.ALLOW + " " + problem);
                }
                reader.allowed.add(word);
            }
        } else if (table.isEmpty() ? PROFILE_KEYS.contains(setting.key()) : PROFILE_TABLES.contains(table.getFirst())) {
            reader.settings.take(
                    new Toml.Setting(setting.line(), table, setting.key(), setting.value(), setting.form()));
        } else {
            String whole = String.join(".", table.isEmpty() ? List.of(setting.key()) : table);
            problem(
                    setting,
                    "a profile has no " + whole + ": it has " + String.join(", ", PROFILE_KEYS)
                            + ", and tables such as [profile." + profile + ".resources.warehouse], [profile." + profile
                            + ".remote] and [profile." + profile + ".notify.oncall]");
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
                lacks.add(new TomlProblem(
                        setting.line(),
                        setting.key() + " needs the environment variable " + variable.group(1) + ", which is not set"));
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private void problem(Toml.Setting setting, String text) {
        problems.add(new TomlProblem(setting.line(), text));
    }
}
