package dev.wadachi.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What was recorded under one fingerprint, newest first; each trace is read when it is asked for.
///
/// Revoked and damaged traces are passed over. An iteration reads anew; this object is safe for many threads.
public final class History implements Iterable<Recorded> {

    private final List<Integer> numbers;
    private final IntFunction<Optional<Recorded>> read;

    /// @param numbers of the traces that there are, highest first
    /// @param read finds the trace of a number, if it is usable
    History(List<Integer> numbers, IntFunction<Optional<Recorded>> read) {
        this.numbers = List.copyOf(numbers);
        this.read = read;
    }

    /// The highest number in use, usable or not; 0 if there is none. The next trace gets the one after it.
    public int last() {
        return numbers.isEmpty() ? 0 : numbers.getFirst();
    }

    /// The newest usable trace.
    public Optional<Recorded> newest() {
        Iterator<Recorded> traces = iterator();
        return traces.hasNext() ? Optional.of(traces.next()) : Optional.empty();
    }

    /// All usable traces, newest first.
    public List<Recorded> toList() {
        var all = new ArrayList<Recorded>();
        forEach(all::add);
        return all;
    }

    @Override
    public Iterator<Recorded> iterator() {
        return new Iterator<>() {
            private final Iterator<Integer> left = numbers.iterator();
            private @Nullable Recorded ahead;

            @Override
            public boolean hasNext() {
                while (ahead == null && left.hasNext()) {
                    ahead = read.apply(left.next()).orElse(null);
                }
                return ahead != null;
            }

            @Override
            public Recorded next() {
                if (!hasNext() || ahead == null) {
                    throw new NoSuchElementException("The history has no older trace");
                }
                Recorded next = ahead;
                ahead = null;
                return next;
            }
        };
    }
}
