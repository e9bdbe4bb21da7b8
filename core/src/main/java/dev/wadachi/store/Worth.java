package dev.wadachi.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What it would cost to have things again that a collection may take: seconds of computing for each byte that is
/// freed. What nothing names is worth nothing.
final class Worth {

    private final Map<String, Double> secondsPerByte = new HashMap<>();

    private Worth() {}

    /// The worth of some items, by the traces of all that is kept.
    static Worth of(List<Collected.Item> items, Traces traces) {
        var worth = new Worth();
        items.forEach(item -> worth.secondsPerByte.put(item.name(), 0.0));
        traces.walk(file -> traces.intact(file.folder(), file.number()).ifPresent(recorded -> {
            Trace trace = recorded.trace();
            double density =
                    trace.cost().wallSeconds() / Math.max(1, trace.output().bytes());
            worth.raise(file.name(), density);
            trace.blobs().map(Blobs::nameOf).forEach(name -> worth.raise(name, density));
        }));
        return worth;
    }

    /// A blob of several results is worth what the dearest of them is.
    private void raise(String name, double density) {
        secondsPerByte.computeIfPresent(name, (_, before) -> Math.max(before, density));
    }

    /// The cheapest of these, just as many as free enough bytes.
    List<Collected.Item> cheapest(List<Collected.Item> items, long enough) {
        var ordered = new ArrayList<>(items);
        ordered.sort(Comparator.<Collected.Item>comparingDouble(item -> secondsPerByte.getOrDefault(item.name(), 0.0))
                .thenComparing(Collected.Item::name));
        var chosen = new ArrayList<Collected.Item>();
        long freed = 0;
        for (Collected.Item item : ordered) {
            if (freed >= enough) {
                break;
            }
            chosen.add(item);
            freed += item.bytes();
        }
        return chosen;
    }
}
