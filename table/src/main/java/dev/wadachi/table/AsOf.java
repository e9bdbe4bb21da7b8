package dev.wadachi.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// A join of events with the features that were known when each event happened, and with none that came later.
///
/// ```java
/// Table rows = events.asOf(features).on("store").time("at").within(Duration.ofDays(30));
/// ```
///
/// Each event keeps its row, in its place. To it come the columns of the newest feature row of the same keys whose time
/// is not after the event's; they are missing where there is none, or where it is older than the time to live. Of
/// several feature rows of the same keys and time, the last one counts. A missing key or time matches nothing.
/// Immutable.
public final class AsOf {
    /// An event minus this is a time that DuckDB can tell; so long ago nothing was recorded.
    private static final Duration LONGEST = Duration.ofDays(100_000 * 365L);

    private final Table events;
    private final Table features;
    private final List<String> keys;
    private final String happened;
    private final String known;

    AsOf(Table events, Table features) {
        this(events, features, List.of(), "", "");
    }

    private AsOf(Table events, Table features, List<String> keys, String happened, String known) {
        this.events = events;
        this.features = features;
        this.keys = keys;
        this.happened = happened;
        this.known = known;
    }

    /// The same, with columns in which event and features must be equal. Without any, all features are of one thing.
    public AsOf on(String... columns) {
        return new AsOf(events, features, List.of(columns), happened, known);
    }

    /// The same, with the column of that name in both tables as their time.
    public AsOf time(String column) {
        return time(column, column);
    }

    /// The same, with the columns that say when an event happened and since when a feature was known.
    public AsOf time(String ofEvents, String ofFeatures) {
        return new AsOf(events, features, keys, ofEvents, ofFeatures);
    }

    /// Returns the events with the features that were known then, and were at most that old.
    ///
    /// @param timeToLive from zero to 100,000 years; a feature of just that age still counts
    /// @throws TableException if a column is not there, is not of times, or would be there twice: it names all of them
    public Table within(Duration timeToLive) {
        if (timeToLive.isNegative()) {
            throw new IllegalArgumentException("a time to live is not negative, but was " + timeToLive);
        }
        if (timeToLive.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a time to live is at most " + LONGEST.toDays() + " days, but was "
                    + timeToLive + "; write .withoutLimit() for features that never grow too old");
        }
        long micros = timeToLive.toSeconds() * 1_000_000L + timeToLive.toNanosPart() / 1000;
        return joined("f." + known() + " >= e." + happened() + " - to_microseconds(" + micros + ")");
    }

    /// Returns the events with the features that were known then, however old.
    ///
    /// @throws TableException if a column is not there, is not of times, or would be there twice: it names all of them
    public Table withoutLimit() {
        return joined("true");
    }

    private Table joined(String isAlive) {
        check();
        String number = events.schema().freeName();
        String order = features.schema().freeName();
        var columns = new StringJoiner(", ");
        events.schema().names().forEach(name -> columns.add("e." + Names.quoted(name)));
        added().forEach(name -> columns.add(
                "CASE WHEN " + isAlive + " THEN f." + Names.quoted(name) + " END AS " + Names.quoted(name)));
        return events.sql("""
                WITH events AS (SELECT *, row_number() OVER () AS %1$s FROM this),
                numbered AS (SELECT *, row_number() OVER () AS %2$s FROM features),
                latest AS (SELECT * FROM numbered QUALIFY row_number() OVER (PARTITION BY %3$s ORDER BY %2$s DESC) = 1)
                SELECT %4$s FROM events e ASOF LEFT JOIN latest f ON %5$s ORDER BY e.%1$s""".formatted(number, order, identity(), columns, condition()), Map.of("features", features));
    }

    private String identity() {
        var identity = new StringJoiner(", ");
        keys.forEach(key -> identity.add(Names.quoted(key)));
        return identity.add(known()).toString();
    }

    private String condition() {
        var condition = new StringJoiner(" AND ");
        keys.forEach(key -> condition.add("e." + Names.quoted(key) + " = f." + Names.quoted(key)));
        return condition.add("e." + happened() + " >= f." + known()).toString();
    }

    /// The columns of the features that come to the events.
    private List<String> added() {
        return features.schema().names().stream()
                .filter(name -> keys.stream().noneMatch(name::equalsIgnoreCase))
                .filter(name -> !(name.equalsIgnoreCase(known) && known.equalsIgnoreCase(happened)))
                .toList();
    }

    private void check() {
        if (happened.isEmpty()) {
            throw new TableException("say which columns are the times: .time(\"at\"), or .time(\"at\", \"known_at\")");
        }
        List<String> problems = new ArrayList<>();
        collect(problems, () -> events.schema().time(happened));
        collect(problems, () -> features.schema().time(known));
        for (String key : keys) {
            collect(problems, () -> events.schema().column(key));
            collect(problems, () -> features.schema().column(key));
        }
        added().stream()
                .filter(name -> events.schema().find(name).isPresent())
                .forEach(name -> problems.add("both tables have a column \"" + name
                        + "\"; call that of the features otherwise: … AS another_name"));
        if (!problems.isEmpty()) {
            throw new TableException("the tables cannot be joined as of a time:\n  " + String.join("\n  ", problems));
        }
    }

    private static void collect(List<String> problems, Runnable attempt) {
        try {
            attempt.run();
        } catch (TableException problem) {
            problems.add(problem.getMessage());
        }
    }

    private String happened() {
        return Names.quoted(happened);
    }

    private String known() {
        return Names.quoted(known);
    }
}
