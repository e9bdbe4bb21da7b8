package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.Layout;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Statements that people made, one immutable file each: `<folder>/<day>-<digest>.json`.
///
/// A statement is taken back by a second file, `<day>-<digest>.withdrawn.json`, so that files can be shared and merged
/// by copying. What other processes state is seen within a second, what this one states at once. Safe for many
/// threads.
///
/// @param <T> what is stated
final class Ledger<T> {

    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String ENDING = ".json";
    private static final String WITHDRAWN = ".withdrawn.json";

    private final Holdings holdings;
    private final String folder;
    private final Function<T, JsonObject> write;
    private final Function<JsonObject, T> read;
    private volatile @Nullable Snapshot<T> snapshot;

    Ledger(Place place, String folder, Function<T, JsonObject> write, Function<JsonObject, T> read) {
        this.holdings = new Holdings(place);
        this.folder = folder;
        this.write = write;
        this.read = read;
    }

    /// Puts a statement down; stating the same twice is stating it once.
    ///
    /// @return its id
    String state(T statement, Instant at) {
        JsonObject json = write.apply(statement);
        String id = LocalDate.ofInstant(at, ZoneOffset.UTC) + "-"
                + Digest.of(json.bytes(Layout.COMPACT)).shortHex();
        put(folder + "/" + id + ENDING, json);
        return id;
    }

    /// Takes a statement back.
    ///
    /// @throws StoreException if there is no such statement
    void withdraw(String id, String reason, String by, Instant at) {
        if (!current().containsKey(id)) {
            throw new StoreException("There is no '" + id + "' in " + folder + " of " + holdings.describe()
                    + " to be withdrawn; there are: " + current().keySet());
        }
        put(
                folder + "/" + id + WITHDRAWN,
                JsonObject.builder()
                        .put("reason", reason)
                        .put("by", by)
                        .put("at", at.toString())
                        .build());
    }

    /// Not while a snapshot is taken, which would be old when it is done.
    private synchronized void put(String name, JsonObject json) {
        holdings.put(name, SealedJson.seal(json));
        snapshot = null;
    }

    /// What stands: id to statement, oldest first.
    SortedMap<String, T> current() {
        Snapshot<T> known = snapshot;
        return known == null || isOld(known) ? refreshed().statements() : known.statements();
    }

    private synchronized Snapshot<T> refreshed() {
        Snapshot<T> known = snapshot;
        if (known == null || isOld(known)) {
            known = take(known);
            snapshot = known;
        }
        return known;
    }

    private static boolean isOld(Snapshot<?> snapshot) {
        return System.nanoTime() - snapshot.taken() > PERIOD_NANOS;
    }

    private Snapshot<T> take(@Nullable Snapshot<T> before) {
        long taken = System.nanoTime();
        var names = new TreeSet<>(holdings.list(folder));
        if (before != null && before.names().equals(names)) {
            return new Snapshot<>(taken, before.names(), before.statements());
        }
        var statements = new TreeMap<String, T>();
        for (String name : standing(names)) {
            String id = name.substring(0, name.length() - ENDING.length());
            // One that cannot be read is an error: to pass over a revocation would let a wrong result be a hit.
            holdings.read(folder + "/" + name, read, "state it again")
                    .ifPresent(statement -> statements.put(id, statement));
        }
        return new Snapshot<>(taken, names, Collections.unmodifiableSortedMap(statements));
    }

    /// Of the names of files, those of statements that nobody took back.
    static List<String> standing(Set<String> names) {
        return names.stream()
                .filter(Ledger::isStatement)
                .filter(name -> !names.contains(name.substring(0, name.length() - ENDING.length()) + WITHDRAWN))
                .toList();
    }

    static boolean isStatement(String name) {
        return name.endsWith(ENDING) && !name.endsWith(WITHDRAWN);
    }

    /// @param taken when, by this process's monotonic clock
    /// @param names the files that there were
    /// @param statements what stood
    private record Snapshot<T>(long taken, TreeSet<String> names, SortedMap<String, T> statements) {}
}
