package dev.wadachi.cli.result;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.project.Suggestion;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunId;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import dev.wadachi.store.TraceId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which results are meant.
final class ResultFilter {

    private static final Pattern AGE = Pattern.compile("([0-9]{1,6})([mhd])");

    @Option(names = "--run", paramLabel = "<run>", description = "Only what this run had, computed or found.")
    private @Nullable String run;

    @Option(
            names = "--where",
            paramLabel = "<name=value>",
            description = "Only results whose parameter has this value; may be repeated.")
    private @Nullable List<String> where;

    @Option(
            names = "--since",
            paramLabel = "<when>",
            description = "Only what was computed since a date (2026-11-01), or in the last 30m, 12h or 7d.")
    private @Nullable String since;

    /// Whether every result is meant.
    boolean isEmpty() {
        return run == null && where == null && since == null;
    }

    /// @throws BadInput if there is no such run, the time is none, or no task has such a parameter
    Predicate<Recorded> in(Store store, Instant now) {
        Instant earliest = since == null ? Instant.MIN : earliest(since, now);
        Map<String, String> parameters = parameters(where == null ? List.of() : where);
        requireKnown(parameters.keySet(), store);
        Predicate<Recorded> wanted =
                recorded -> !recorded.trace().origin().started().isBefore(earliest)
                        && recorded.trace().inputs().parameters().entrySet().containsAll(parameters.entrySet());
        return run == null ? wanted : wanted.and(ofRun(run, store));
    }

    private static Map<String, String> parameters(List<String> pairs) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new BadInput("--where " + pair + ": write a parameter as --where name=value");
            }
            parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return parameters;
    }

    /// Where nothing is kept at all, that is what is told.
    private static void requireKnown(Set<String> names, Store store) {
        if (names.isEmpty() || store.traces().tasks().isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>();
        store.traces()
                .forEachOwn(recorded ->
                        known.addAll(recorded.trace().inputs().parameters().keySet()));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new BadInput("--where " + name + "=…: no task that results are kept of has a parameter " + name
                        + Suggestion.of(name, List.copyOf(known)));
            }
        }
    }

    private static Predicate<Recorded> ofRun(String run, Store store) {
        RunRecord found = store.runs().find(run).orElseThrow(() -> new BadInput("there is no run " + run));
        Set<TraceId> results = results(found.id(), store);
        return recorded -> results.contains(recorded.id());
    }

    private static Set<TraceId> results(RunId run, Store store) {
        Set<TraceId> results = new HashSet<>();
        store.runs().outcomes(run, outcome -> outcome.result().ifPresent(results::add));
        return results;
    }

    private static Instant earliest(String text, Instant now) {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            long number = Long.parseLong(age.group(1));
            return now.minus(
                    switch (age.group(2)) {
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    });
        }
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new BadInput("--since " + text + ": give a date such as 2026-11-01, or an age: 30m, 12h, 7d");
        }
    }
}
