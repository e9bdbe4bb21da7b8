package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.task.PublishedName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One version of a published name: a result that others may rely on.
///
/// Written once and never changed. What it names is kept whatever its age, until it is withdrawn.
///
/// @param name under which others read it
/// @param number the version, from 1
/// @param project the project that published it
/// @param goal what was published, as people write it: `Demand forecast`
/// @param result the result, by its full name
/// @param output which bytes
/// @param codec how they are encoded, such as `parquet`
/// @param type the type of the value, for people, such as `Table`
/// @param profile what was told about the value when it was stored, or null
/// @param run the run that computed it
/// @param at when it was published
/// @param by who published it
/// @param note what readers should know; may be empty
/// @param marks why it is not what the code alone would give
public record Publication(
        PublishedName name,
        int number,
        String project,
        String goal,
        TraceId result,
        Output output,
        String codec,
        String type,
        @Nullable Json profile,
        RunId run,
        Instant at,
        String by,
        String note,
        List<Mark> marks) {

    /// Refuses numbers below 1; keeps an unmodifiable copy.
    public Publication {
        if (number < 1) {
            throw new IllegalArgumentException("versions are numbered from 1, but this is " + number);
        }
        marks = List.copyOf(marks);
    }

    /// The publication in an object's bytes, or empty if they are damaged, or a newer Wadachi wrote them.
    public static Optional<Publication> read(byte[] object) {
        try {
            return SealedJson.open(object).map(PublicationJson::read);
        } catch (JsonException | IllegalArgumentException | DateTimeException fromTheFuture) {
            return Optional.empty();
        }
    }

    /// What was told about the value when it was stored.
    public Optional<Json> valueProfile() {
        return Optional.ofNullable(profile);
    }

    /// The blobs of the value.
    public Stream<Digest> blobs() {
        return output.blobs();
    }

    /// The same under another number.
    Publication numbered(int other) {
        return new Publication(
                name, other, project, goal, result, output, codec, type, profile, run, at, by, note, marks);
    }

    /// `shop/forecast version 3`.
    public String title() {
        return name + " version " + number;
    }

    /// `shop/forecast version 3 (project ai-shop, Demand forecast)`.
    public String titleWithSource() {
        return title() + " (" + source() + ")";
    }

    /// `project ai-shop, Demand forecast`.
    public String source() {
        return "project " + project + ", " + goal;
    }
}
