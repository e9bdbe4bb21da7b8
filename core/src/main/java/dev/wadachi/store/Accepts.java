package dev.wadachi.store;

import dev.wadachi.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which fingerprint entries people declared equal: `accepts/<day>-<digest>.json`, files to be shared and withdrawn.
public final class Accepts {

    private final Ledger<Accept> ledger;
    private final Clock clock;

    Accepts(Place place, Clock clock) {
        this.ledger = new Ledger<>(place, "accepts", Accepts::write, Accepts::read);
        this.clock = clock;
    }

    /// Declares two values equal.
    ///
    /// @return the accept's id
    public String accept(Accept accept) {
        return ledger.state(accept, accept.at());
    }

    /// Takes an accept back: results that were recorded meanwhile stay, and are hits under their own fingerprints.
    ///
    /// @throws StoreException if there is no such accept
    public void withdraw(String id, String reason, String by) {
        ledger.withdraw(id, reason, by, clock.instant());
    }

    /// The accepts that stand, by id, oldest first.
    public SortedMap<String, Accept> all() {
        return ledger.current();
    }

    /// Whether there is none, so that nobody need ask further.
    public boolean isEmpty() {
        return ledger.current().isEmpty();
    }

    /// The entries of a task's fingerprints about which something is declared.
    public SortedSet<String> entries(String task) {
        return all().values().stream()
                .filter(accept -> accept.concerns(task))
                .map(Accept::entry)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The other values that equal this one for a task's entry, directly or by way of others, nearest first.
    /// A value may be [Accept#ABSENT].
    ///
    /// Equality goes both ways: an old value equals a new one, and the new one the old.
    public SequencedSet<String> equivalents(String task, String entry, String value) {
        SequencedSet<String> found = new LinkedHashSet<>();
        if (isEmpty()) {
            return found;
        }
        List<Accept> accepts = all().values().stream()
                .filter(accept -> accept.concerns(task, entry))
                .toList();
        var open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            for (String neighbour : neighbours(accepts, open.remove())) {
                if (!neighbour.equals(value) && found.add(neighbour)) {
                    open.add(neighbour);
                }
            }
        }
        return found;
    }

    private static List<String> neighbours(List<Accept> accepts, String value) {
        var neighbours = new ArrayList<String>();
        for (Accept accept : accepts) {
            if (accept.to().equals(value)) {
                neighbours.add(accept.from());
            } else if (accept.from().equals(value)) {
                neighbours.add(accept.to());
            }
        }
        return neighbours;
    }

    private static JsonObject write(Accept accept) {
        return JsonObject.builder()
                .put("task", accept.task())
                .put("entry", accept.entry())
                .put("from", accept.from())
                .put("to", accept.to())
                .put("reason", accept.reason())
                .put("by", accept.by())
                .put("at", accept.at().toString())
                .build();
    }

    private static Accept read(JsonObject json) {
        return new Accept(
                json.text("task"),
                json.text("entry"),
                json.text("from"),
                json.text("to"),
                json.text("reason"),
                json.text("by"),
                Instant.parse(json.text("at")));
    }
}
