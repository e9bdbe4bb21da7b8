package dev.wadachi.cli.view;

import dev.wadachi.digest.Digest;
import dev.wadachi.store.Output;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// How much room results take, by what they belong to.
///
/// Bytes that several results share lie in the store once. They count once in each group that has them and once in
/// the whole, so the groups may add up to more.
///
/// @param groups the largest first
/// @param results how many results there are in all
/// @param bytes what all of them take together
public record Sizes(List<Group> groups, int results, long bytes) {

    /// What belongs together.
    ///
    /// @param name of a task, a run or a model
    /// @param results how many results
    /// @param bytes what they take
    public record Group(String name, int results, long bytes) {}

    /// Keeps an unmodifiable copy.
    public Sizes {
        groups = List.copyOf(groups);
    }

    /// The sizes of those results that belong to a group; whether their bytes are still there is not looked at.
    ///
    /// @param group the name of a result's group; empty if it is not counted
    public static Sizes by(Function<Recorded, Optional<String>> group, Store store) {
        Map<String, Sum> sums = new HashMap<>();
        Sum all = new Sum();
        store.traces()
                .forEach(recorded -> group.apply(recorded).ifPresent(name -> {
                    sums.computeIfAbsent(name, _ -> new Sum()).add(recorded);
                    all.add(recorded);
                }));
        List<Group> groups = sums.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey(),
                        entry.getValue().results,
                        entry.getValue().bytes()))
                .sorted(Comparator.comparingLong(Group::bytes).reversed().thenComparing(Group::name))
                .toList();
        return new Sizes(groups, all.results, all.bytes());
    }

    private static final class Sum {
        private final Map<Digest, Long> blobs = new HashMap<>();
        private int results;

        void add(Recorded recorded) {
            results++;
            add(List.of(recorded.trace().output()));
        }

        private void add(Collection<Output> outputs) {
            for (Output output : outputs) {
                switch (output) {
                    case Output.Whole(Digest digest, long bytes) -> blobs.put(digest, bytes);
                    case Output.Parts parts -> add(parts.parts().values());
                }
            }
        }

        long bytes() {
            return blobs.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
