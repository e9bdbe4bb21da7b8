package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.stream.Stream;

/// What happened once: under this fingerprint, this output, at this cost.
///
/// A trace is written once and never changed. It holds digests and small texts only; large things are blobs.
///
/// @param key whose value this is
/// @param fingerprint under which inputs
/// @param codec how the value is encoded, such as `parquet`
/// @param output what it gave
/// @param inputs what went in
/// @param origin which run, when, where and by whom
/// @param cost what it took
/// @param evidence blobs that tell how it came about
/// @param notes metrics, marks and warnings
public record Trace(
        Key key,
        Fingerprint fingerprint,
        String codec,
        Output output,
        Inputs inputs,
        Origin origin,
        Cost cost,
        Evidence evidence,
        Notes notes) {

    /// The trace in an object's bytes, or empty if they are damaged, or a newer Wadachi wrote them.
    public static Optional<Trace> read(byte[] object) {
        try {
            return SealedJson.open(object).map(TraceJson::read);
        } catch (JsonException | IllegalArgumentException | DateTimeException fromTheFuture) {
            return Optional.empty();
        }
    }

    /// Whether an object's bytes are as some Wadachi wrote them, although this one may not understand them.
    public static boolean isIntact(byte[] object) {
        return SealedJson.open(object).isPresent();
    }

    /// Every blob that this trace refers to.
    public Stream<Digest> blobs() {
        return Stream.concat(output.blobs(), evidence.blobs());
    }
}
