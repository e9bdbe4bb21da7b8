package dev.wadachi.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was recorded under one fingerprint, newest first; each trace is read when it is asked for.
///
/// Revoked and damaged traces are passed over. An iteration reads anew; this object is safe for many threads.
public final class History implements Iterable<Recorded> {

    private final List<Integer> numbers;
    private final Supplier<List<Integer>> afar;
    private final IntFunction<Optional<Recorded>> read;

    /// @param numbers of the traces that are known without asking far, highest first
    /// @param afar gives the numbers of the others, highest first; asked only when none of the known traces will do
    /// @param read finds the trace of a number, if it is usable
    History(List<Integer> numbers, Supplier<List<Integer>> afar, IntFunction<Optional<Recorded>> read) {
        this.numbers = List.copyOf(numbers);
        this.afar = afar;
        this.read = read;
    }

    /// The highest number known to be in use, usable or not; 0 if there is none. The next trace gets the one after it.
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
            private Iterator<Integer> left = numbers.iterator();
            private boolean askedAfar;
            private @Nullable Recorded ahead;

            @Override
            public boolean hasNext() {
                while (ahead == null && hasNumber()) {
                    ahead = read.apply(left.next()).orElse(null);
                }
                return ahead != null;
            }

            private boolean hasNumber() {
                if (!left.hasNext() && !askedAfar) {
                    askedAfar = true;
                    left = afar.get().iterator();
                }
                return left.hasNext();
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
