package dev.wadachi.cli.notice;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.project.Suggestion;
import dev.wadachi.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who is told, and of what: a table `[notify.<name>]` of `wadachi.toml`.
///
/// @param name what it is called there
/// @param form what it understands
/// @param address where messages go; a secret
/// @param on of what it is told
/// @param slow after which time a run is slow; null where it is not told of slow ones
/// @param pipelines of which pipelines; empty for all
record Receiver(
        String name,
        Form form,
        URI address,
        Set<Reason> on,
        @Nullable Duration slow,
        Set<String> pipelines) {

    /// What a receiver understands.
    enum Form {
        /// [Notice#json].
        WEBHOOK,
        /// [Notice#slack].
        SLACK
    }

    private static final List<String> KEYS = List.of("webhook", "slack", "on", "slow", "pipelines", "from");
    private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,5})\\s*(s|m|h)");

    /// Keeps unmodifiable copies.
    Receiver {
        on = Set.copyOf(on);
        pipelines = Set.copyOf(pipelines);
    }

    /// The receivers that are told of runs on this machine.
    ///
    /// @param tables the settings of each, by its name
    /// @param environment says whether this is continuous integration
    /// @throws BadInput with everything that is wrong, also with those that are told elsewhere
    static List<Receiver> all(Map<String, Map<String, String>> tables, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        List<Receiver> receivers = new ArrayList<>();
        boolean isAutomatic = environment.containsKey("CI") || environment.containsKey("WADACHI_NOTIFY");
        tables.forEach((name, settings) ->
                new Reading(name, settings, isAutomatic, problems).read().ifPresent(receivers::add));
        if (!problems.isEmpty()) {
            throw new BadInput("wadachi.toml cannot be used:\n  " + String.join("\n  ", problems));
        }
        return receivers;
    }

    /// Whether it is told of runs of a pipeline; one that nobody named may be any.
    boolean hears(String pipeline) {
        return pipelines.isEmpty() || pipeline.isEmpty() || pipelines.contains(pipeline);
    }

    Optional<Duration> slowAfter() {
        return Optional.ofNullable(slow);
    }

    JsonObject message(Notice notice) {
        return switch (form) {
            case WEBHOOK -> notice.json();
            case SLACK -> notice.slack();
        };
    }

    /// One table, with what is wrong with it.
    ///
    /// @param isAutomatic whether nobody sits before this machine
    private record Reading(String name, Map<String, String> settings, boolean isAutomatic, List<String> problems) {

        Optional<Receiver> read() {
            int before = problems.size();
            settings.keySet().stream()
                    .filter(key -> !KEYS.contains(key))
                    .forEach(key -> problem("there is no key " + key + Suggestion.of(key, KEYS)));
            List<String> places =
                    Stream.of("webhook", "slack").filter(settings::containsKey).toList();
            if (places.size() != 1) {
                problem("give one address, as webhook = \"https://…\" or slack = \"https://…\"");
                return Optional.empty();
            }
            boolean isTold = isTold();
            Optional<URI> address =
                    isTold || !isEmpty(places.getFirst()) ? address(places.getFirst()) : Optional.empty();
            Set<Reason> on = reasons();
            Duration slow = time();
            if (on.contains(Reason.SLOW) && slow == null && !settings.containsKey("slow")) {
                problem("on = \"slow\" needs a time, such as slow = \"30m\"");
            }
            if (problems.size() > before || address.isEmpty() || !isTold) {
                return Optional.empty();
            }
            return Optional.of(new Receiver(
                    name,
                    places.getFirst().equals("slack") ? Form.SLACK : Form.WEBHOOK,
                    address.get(),
                    on,
                    on.contains(Reason.SLOW) ? slow : null,
                    Set.copyOf(words("pipelines", ""))));
        }

        /// The address itself is a secret, so what is wrong with it is said without it.
        private Optional<URI> address(String key) {
            if (isEmpty(key)) {
                return problem(key + " is empty: set the environment variable that it names");
            }
            try {
                URI uri = URI.create(settings.getOrDefault(key, ""));
                if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                    return Optional.of(uri);
                }
            } catch (IllegalArgumentException e) {
                // Its text would repeat the address.
                return problem(key + " is an address that begins with https:// or http://, but cannot be read as one");
            }
            return problem(key + " is an address that begins with https:// or http://, but is none");
        }

        private Set<Reason> reasons() {
            Set<Reason> on = EnumSet.noneOf(Reason.class);
            if (settings.getOrDefault("on", Reason.FAILED.word()).isBlank()) {
                problem("on names " + String.join(", ", Reason.words())
                        + ", but is empty, so that nobody would be told");
            }
            for (String word : words("on", Reason.FAILED.word())) {
                Reason.of(word)
                        .ifPresentOrElse(
                                on::add,
                                () -> problem("on names " + String.join(", ", Reason.words()) + ", but has " + word
                                        + Suggestion.of(word, Reason.words())));
            }
            return on;
        }

        private @Nullable Duration time() {
            String text = settings.get("slow");
            if (text == null) {
                return null;
            }
            Matcher time = TIME.matcher(text.strip());
            if (!time.matches()) {
                problem("slow is a time such as 90s, 30m or 2h, but was " + text);
                return null;
            }
            long number = Long.parseLong(time.group(1));
            return switch (time.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }

        /// People try things out at their desks; who is woken at night is told of what matters.
        private boolean isTold() {
            return switch (settings.getOrDefault("from", "ci")) {
                case "ci" -> isAutomatic;
                case "everywhere" -> true;
                case String other -> {
                    problem("from is ci or everywhere, but was " + other);
                    yield true;
                }
            };
        }

        private boolean isEmpty(String key) {
            return settings.getOrDefault(key, "").isBlank();
        }

        private List<String> words(String key, String otherwise) {
            return Stream.of(settings.getOrDefault(key, otherwise).split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        private <T> Optional<T> problem(String text) {
            problems.add("[notify." + name + "] " + text);
            return Optional.empty();
        }
    }
}
