package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FolderListing;
import dev.wadachi.task.Blob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The first half of a collection: what is needed, found by starting from runs, pins, published
/// versions and roots.
final class Marks {

    private final Set<String> traces = new HashSet<>();
    private final Set<Digest> blobs = new HashSet<>();

    private Marks() {}

    /// What must stay.
    static Marks of(
            Retention retention,
            Roots roots,
            Runs runs,
            Pins pins,
            Publications publications,
            Blobs kept,
            Instant now) {
        var marks = new Marks();
        marks.blobs.addAll(roots.blobs());
        roots.results().forEach(marks::keep);
        publications.standing().forEach(marks::keep);
        var pinned = new HashSet<RunId>();
        for (Pin pin : pins.all().values()) {
            switch (pin.target()) {
                case Pin.Target.Run(RunId id) -> pinned.add(id);
                case Pin.Target.Result(TraceId id) -> marks.keep(id);
                case Pin.Target.Data(Digest digest, FileRead.Kind kind) -> marks.keep(digest, kind, kept);
            }
        }
        Map<String, Integer> seen = new HashMap<>();
        runs.ofAllProjects().forEach(run -> {
            String pipeline = run.start().project() + "/" + run.start().pipeline();
            int newer = seen.merge(pipeline, 1, Integer::sum) - 1;
            if (newer < retention.runsPerPipeline()
                    || run.started().isAfter(now.minus(retention.runAge()))
                    || run.state() == RunState.RUNNING
                    || pinned.contains(run.id())
                    || roots.runs().contains(run.id())) {
                marks.keep(run, runs);
            }
        });
        return marks;
    }

    private void keep(RunRecord run, Runs runs) {
        run.start().repository().flatMap(Commit::dirtyDiff).ifPresent(blobs::add);
        runs.outcomes(run.id(), outcome -> outcome.result().ifPresent(this::keep));
        runs.failures(run.id(), failure -> failure.wholeLog().ifPresent(blobs::add));
        runs.standIns(run.id(), standIn -> standIn.output().blobs().forEach(blobs::add));
    }

    private void keep(Publication offered) {
        keep(offered.result());
        offered.blobs().forEach(blobs::add);
    }

    private void keep(Digest data, FileRead.Kind kind, Blobs kept) {
        blobs.add(data);
        if (kind == FileRead.Kind.FOLDER) {
            kept.find(data).ifPresent(listing -> files(listing).forEach(file -> blobs.add(file.digest())));
        }
    }

    private static Collection<FolderListing.Entry> files(Blob listing) {
        try {
            return FolderListing.parse(new String(listing.bytes(), StandardCharsets.UTF_8))
                    .files()
                    .values();
        } catch (LostBlobException damaged) {
            throw new StoreException("The listing " + listing.digest().shortHex() + " of a folder that somebody added"
                    + " is damaged, and went to quarantine; nothing is collected. Add the folder again (`wadachi data"
                    + " add`), or bring it from the team's store (`wadachi store pull`), or its files go next time.");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the listing " + listing.digest().shortHex(), e);
        }
    }

    private void keep(TraceId id) {
        traces.add(Traces.nameOf(id));
    }

    /// Marks the blobs of a trace that stays.
    void keepBlobsOf(Trace trace) {
        trace.blobs().forEach(blobs::add);
    }

    boolean needsTrace(String name) {
        return traces.contains(name);
    }

    boolean needsBlob(Digest digest) {
        return blobs.contains(digest);
    }
}
