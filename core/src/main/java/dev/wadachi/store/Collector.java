package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes away what nothing needs, while others go on working.
///
/// It marks, then sweeps. What others do meanwhile is guarded three times over. Whatever is young is spared, and a
/// blob that is put again is made young. A blob that is missed is looked for in the trash and comes back. And before a
/// day of the trash is removed, the blobs in it that are needed by now come back as well. A trace that goes too early
/// costs a computation, nothing more.
final class Collector {

    private final Place place;
    private final Trash trash;
    private final Blobs blobs;
    private final Traces traces;
    private final Runs runs;
    private final Pins pins;
    private final Publications publications;
    private final Effects effects;
    private final Clock clock;

    Collector(
            Place place,
            Trash trash,
            Blobs blobs,
            Traces traces,
            Runs runs,
            Pins pins,
            Publications publications,
            Effects effects,
            Clock clock) {
        this.blobs = blobs;
        this.place = place;
        this.trash = trash;
        this.traces = traces;
        this.runs = runs;
        this.pins = pins;
        this.publications = publications;
        this.effects = effects;
        this.clock = clock;
    }

    /// What would go.
    Collected look(Retention retention, Roots roots) {
        try {
            Instant now = clock.instant();
            Marks marks = Marks.of(retention, roots, runs, pins, publications, blobs, now);
            var items = new ArrayList<Collected.Item>();
            Instant young = now.minus(retention.spare());
            traces(marks, young, items);
            blobs(marks, young, items);
            effects(young, items);
            checkpoints(now.minus(retention.runAge()), items);
            days(now.minus(retention.trash()), items);
            return retention.enough() == Long.MAX_VALUE
                    ? new Collected(items)
                    : new Collected(Worth.of(items, traces).cheapest(items, retention.enough()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look through " + place.describe(), e);
        }
    }

    private void traces(Marks marks, Instant young, List<Collected.Item> items) {
        traces.walk(file -> {
            Optional<Place.Facts> facts = place.facts(file.name());
            if (facts.isEmpty()) {
                return;
            }
            if (marks.needsTrace(file.name()) || facts.get().modified().isAfter(young)) {
                traces.intact(file.folder(), file.number()).ifPresent(recorded -> marks.keepBlobsOf(recorded.trace()));
            } else {
                items.add(new Collected.Item(
                        Collected.Kind.TRACE, file.name(), facts.get().size()));
            }
        });
    }

    private void blobs(Marks marks, Instant young, List<Collected.Item> items) throws IOException {
        for (String start : place.list("blobs", Integer.MAX_VALUE)) {
            for (String rest : place.list("blobs/" + start, Integer.MAX_VALUE)) {
                String name = "blobs/" + start + "/" + rest;
                Optional<Place.Facts> facts = place.facts(name);
                if (facts.isPresent()
                        && digest(start + rest).filter(marks::needsBlob).isEmpty()
                        && !facts.get().modified().isAfter(young)) {
                    items.add(new Collected.Item(
                            Collected.Kind.BLOB, name, facts.get().size()));
                }
            }
        }
    }

    /// Only the newest effect on a target says in which state that is.
    private void effects(Instant young, List<Collected.Item> items) throws IOException {
        for (String name : effects.outdated()) {
            Optional<Place.Facts> facts = place.facts(name);
            if (facts.isPresent() && !facts.get().modified().isAfter(young)) {
                items.add(new Collected.Item(
                        Collected.Kind.EFFECT, name, facts.get().size()));
            }
        }
    }

    private void checkpoints(Instant old, List<Collected.Item> items) throws IOException {
        for (Path folder : Trees.children(place.local("checkpoints"))) {
            if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                items.add(new Collected.Item(
                        Collected.Kind.CHECKPOINT, "checkpoints/" + folder.getFileName(), Trees.bytes(folder)));
            }
        }
    }

    private void days(Instant old, List<Collected.Item> items) throws IOException {
        for (String day : trash.days()) {
            if (dayOf(day)
                    .filter(date -> date.plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .isBefore(old))
                    .isPresent()) {
                items.add(new Collected.Item(Collected.Kind.TRASH, "trash/" + day, place.bytesBelow("trash/" + day)));
            }
        }
    }

    /// Makes it so, and says what went.
    Collected collect(Retention retention, Roots roots) {
        Collected found = look(retention, roots);
        Instant young = clock.instant().minus(retention.spare());
        var gone = new ArrayList<Collected.Item>();
        try {
            for (Collected.Item item : found.items()) {
                if (take(item, young)) {
                    gone.add(item);
                }
            }
            rescue(retention, roots);
            for (Collected.Item item : found.items()) {
                if (item.kind() == Collected.Kind.TRASH) {
                    place.deleteBelow(item.name());
                    gone.add(item);
                }
            }
            place.sweep();
            return new Collected(gone);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot finish the collection in " + place.describe() + "; what it has moved lies in trash/", e);
        }
    }

    private boolean take(Collected.Item item, Instant young) throws IOException {
        return switch (item.kind()) {
            case TRACE, BLOB, EFFECT ->
                place.facts(item.name())
                                .filter(facts -> !facts.modified().isAfter(young))
                                .isPresent()
                        && trash.discard(item.name());
            case CHECKPOINT -> {
                Trees.delete(place.local(item.name()));
                yield true;
            }
            // Not before the needed blobs in it are back.
            case TRASH -> false;
        };
    }

    /// Brings back what is needed by now of all that lies in the trash.
    private void rescue(Retention retention, Roots roots) throws IOException {
        Instant now = clock.instant();
        Marks marks = Marks.of(retention, roots, runs, pins, publications, blobs, now);
        traces(marks, now.minus(retention.spare()), new ArrayList<>());
        for (String day : trash.days()) {
            String folder = "trash/" + day + "/blobs";
            for (String start : place.list(folder, Integer.MAX_VALUE)) {
                for (String rest : place.list(folder + "/" + start, Integer.MAX_VALUE)) {
                    if (digest(start + rest).filter(marks::needsBlob).isPresent()) {
                        trash.restore("blobs/" + start + "/" + rest);
                    }
                }
            }
        }
    }

    private static Optional<Digest> digest(String hex) {
        try {
            return Optional.of(Digest.parse(hex));
        } catch (IllegalArgumentException notABlob) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> dayOf(String name) {
        try {
            int dot = name.indexOf('.');
            return Optional.of(LocalDate.parse(dot < 0 ? name : name.substring(0, dot)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
