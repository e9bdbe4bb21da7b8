package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.store.LostBlobException;
import dev.wadachi.store.Output;
import dev.wadachi.store.Store;
import dev.wadachi.task.Blob;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decoded values, kept for their next reader while there is room.
///
/// A value is always decoded from stored bytes, never handed on as the body made it: so a body reads the same thing
/// on the first run and on every later hit. Room is counted in stored bytes; the value that was read longest ago goes
/// first. Values that a reader could change (arrays, images) are decoded anew for each. Thread-safe.
final class Values {

    /// @param codec which decoding; the same bytes may be read as two types
    /// @param output which bytes
    private record Slot(Codec<?> codec, Digest output) {}

    private record Held(Object value, long bytes) {}

    /// Codecs of values that their reader could change.
    private static final Set<String> CHANGEABLE = Set.of("bytes", "png");

    private final Store store;
    private final long room;
    private final LinkedHashMap<Slot, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    Values(Store store) {
        this.store = store;
        this.room = Runtime.getRuntime().maxMemory() / 4;
    }

    /// Whether the value's bytes are not there any more, or damaged so that it cannot be read.
    boolean isLost(Codec<?> codec, Output output) {
        try {
            return read(codec, output).isEmpty();
        } catch (RuntimeException unreadable) {
            // Its bytes are what they were: running the task again would give just them. Its reader is told.
            return false;
        }
    }

    /// The value, or empty if its bytes are gone or damaged.
    Optional<Object> read(Codec<?> codec, Output output) {
        Slot slot = new Slot(codec, output.digest());
        synchronized (this) {
            Held value = held.get(slot);
            if (value != null) {
                return Optional.of(value.value());
            }
        }
        Optional<Object> decoded = decode(codec, output);
        if (decoded.isPresent() && isImmutable(codec)) {
            hold(slot, new Held(decoded.get(), output.bytes()));
        }
        return decoded;
    }

    /// The value in local files, for a reader in another process; empty if bytes are gone or damaged.
    Optional<Stored> stored(Output output) {
        return store.blobs().open(output).filter(Values::isHere);
    }

    private static boolean isHere(Stored value) {
        return switch (value) {
            case Stored.Whole(Blob blob) -> isHere(blob);
            case Stored.Parts(var parts) -> parts.values().stream().allMatch(Values::isHere);
        };
    }

    private static boolean isHere(Blob blob) {
        try {
            return blob.file() != null;
        } catch (LostBlobException lost) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The last reader of this value is done.
    synchronized void drop(Codec<?> codec, Output output) {
        Held gone = held.remove(new Slot(codec, output.digest()));
        bytes -= gone == null ? 0 : gone.bytes();
    }

    private synchronized void hold(Slot slot, Held value) {
        if (value.bytes() > room || held.putIfAbsent(slot, value) != null) {
            return;
        }
        bytes += value.bytes();
        Iterator<Map.Entry<Slot, Held>> oldest = held.entrySet().iterator();
        while (bytes > room && oldest.hasNext()) {
            bytes -= oldest.next().getValue().bytes();
            oldest.remove();
        }
    }

    private Optional<Object> decode(Codec<?> codec, Output output) {
        Optional<Stored> stored = store.blobs().open(output);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(codec.decode(stored.get(), store.scratch()));
        } catch (LostBlobException lost) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            // Large blobs are not verified at each reading.
            if (!store.blobs().verify(output)) {
                return Optional.empty();
            }
            throw unreadable instanceof RuntimeException unexpected
                    ? unexpected
                    : new UncheckedIOException(unreadable(codec, output), (IOException) unreadable);
        }
    }

    private static String unreadable(Codec<?> codec, Output output) {
        return "the stored value " + output.digest().shortHex() + " cannot be read as " + codec.id()
                + "; run its task again with --rerun";
    }

    private static boolean isImmutable(Codec<?> codec) {
        return !CHANGEABLE.contains(codec.id());
    }
}
