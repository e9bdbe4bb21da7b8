package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Which results people found to be wrong: `revocations/<day>-<digest>.json`, files to be shared and withdrawn.
public final class Revocations {

    private final Ledger<Revocation> ledger;
    private final Clock clock;

    Revocations(Place place, Clock clock) {
        this.ledger = new Ledger<>(place, "revocations", Revocations::write, Revocations::read);
        this.clock = clock;
    }

    /// Puts a revocation down; [Store#revoke] also finds out what was computed from the target.
    ///
    /// @return the revocation's id
    String state(Revocation revocation) {
        return ledger.state(revocation, revocation.at());
    }

    /// Takes a revocation back: the result may be a hit again.
    ///
    /// @throws StoreException if there is no such revocation
    public void withdraw(String id, String reason, String by) {
        ledger.withdraw(id, reason, by, clock.instant());
    }

    /// The revocations that stand, by id, oldest first.
    public SortedMap<String, Revocation> all() {
        return ledger.current();
    }

    /// The revocation of a result, if it was found to be wrong itself.
    public Optional<Revocation> of(Recorded recorded) {
        if (ledger.current().isEmpty()) {
            return Optional.empty();
        }
        return ledger.current().values().stream()
                .filter(revocation -> revocation.isOf(recorded))
                .findFirst();
    }

    /// The revocation of what a version offers: of the result, although it may be forgotten by now, or of its bytes.
    public Optional<Revocation> of(Publication version) {
        return ledger.current().values().stream()
                .filter(revocation ->
                        revocation.isOf(version.result(), version.output().digest()))
                .findFirst();
    }

    /// The revocation of an output's bytes, whoever computes them.
    public Optional<Revocation> ofBytes(Digest output) {
        var bytes = new Revocation.Target.Bytes(output);
        return ledger.current().values().stream()
                .filter(revocation -> revocation.target().equals(bytes))
                .findFirst();
    }

    /// The revocations of results that this one was computed from: it is marked by them.
    public List<Revocation> marking(TraceId id) {
        var marking = new ArrayList<Revocation>();
        for (Revocation revocation : ledger.current().values()) {
            if (revocation.affected().contains(id)) {
                marking.add(revocation);
            }
        }
        return marking;
    }

    /// Whether a revocation speaks of a result of this name: as wrong, or as computed from what is. What was forgotten
    /// since is still meant, so that no other result may have its name. Bytes have no name.
    boolean names(TraceId id) {
        return ledger.current().values().stream()
                .anyMatch(revocation -> revocation.target().equals(new Revocation.Target.Result(id))
                        || revocation.covered().contains(id)
                        || revocation.affected().contains(id));
    }

    private static JsonObject write(Revocation revocation) {
        JsonObjectBuilder json = JsonObject.builder();
        switch (revocation.target()) {
            case Revocation.Target.Result(TraceId id) -> json.put("result", id.text());
            case Revocation.Target.Bytes(Digest output) -> json.put("output", output.hex());
        }
        return json.put("reason", revocation.reason())
                .put("by", revocation.by())
                .put("at", revocation.at().toString())
                .putTexts("covered", texts(revocation.covered()))
                .putTexts("affected", texts(revocation.affected()))
                .build();
    }

    private static List<String> texts(List<TraceId> results) {
        return results.stream().map(TraceId::text).toList();
    }

    private static Revocation read(JsonObject json) {
        Revocation.Target target = json.has("result")
                ? new Revocation.Target.Result(TraceId.parse(json.text("result")))
                : new Revocation.Target.Bytes(Digest.parse(json.text("output")));
        return new Revocation(
                target,
                json.text("reason"),
                json.text("by"),
                Instant.parse(json.text("at")),
                results("covered", json),
                results("affected", json));
    }

    private static List<TraceId> results(String member, JsonObject json) {
        return json.findArray(member).orElse(JsonArray.EMPTY).texts().stream()
                .map(TraceId::parse)
                .toList();
    }
}
