package dev.wadachi.parameter;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.Task;
import java.util.List;
import java.util.SortedMap;

/// What one component of one task holds: a parameter, or one or more upstreams.
public sealed interface Component {

    /// The component's name in the record.
    String name();

    /// The name under which it enters keys and fingerprints: an older one where `@Was` says so.
    String storedName();

    /// A value that is known when the graph is built.
    ///
    /// @param slot what is known from the class
    /// @param value the value
    /// @param digest over the value's canonical encoding
    /// @param standing whether it enters keys and fingerprints
    record Parameter(ParameterSlot slot, Object value, Digest digest, Standing standing) implements Component {

        @Override
        public String name() {
            return slot.field().name().current();
        }

        @Override
        public String storedName() {
            return slot.field().name().stored();
        }

        /// The value as text that reads back as the same value.
        public String text() {
            return TextForm.print(slot.field().kind(), value);
        }
    }

    /// One task.
    record Upstream(String name, String storedName, Task<?> task) implements Component {}

    /// Tasks in order.
    record Upstreams(String name, String storedName, List<Task<?>> tasks) implements Component {}

    /// Tasks by name. Sorted, because equal maps may iterate differently.
    record NamedUpstreams(String name, String storedName, SortedMap<String, Task<?>> tasks) implements Component {}
}
