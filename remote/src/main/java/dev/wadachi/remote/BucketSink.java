package dev.wadachi.remote;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.FolderListing;
import dev.wadachi.task.Context;
import dev.wadachi.task.External;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Sink;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Puts files into a bucket (S3 and what speaks its protocol), an object for each, below a prefix.
///
/// The bucket is a resource. Credentials are found where the cloud's own tools find them, or are named here:
///
/// ```toml
/// [resources.exports]
/// location = "s3://our-exports/shop"
/// access-key-id = "${EXPORTS_KEY}"            # if they are not the usual ones
/// secret-access-key = "${EXPORTS_SECRET}"
/// ```
///
/// A bucket replaces objects one by one. So the object `manifest.json` says what is complete: it is taken away first,
/// and put back last, with the digest, the size and the tag of each object. Whoever reads while it is there, and finds
/// the same one afterwards, has the files of one run. A sink that was stopped half-way has left no manifest, and is
/// simply run again. Objects that it put there and that are no longer wanted are removed; others are left alone.
///
/// While the manifest is as it was left and each object has its tag still, nothing is sent; who overwrites or removes
/// one makes the sink run.
///
/// @param files what to put there, such as `TableFiles.of(forecast, "forecast.parquet")`
/// @param bucket the name of a resource
/// @param prefix a folder of its own below the resource's location
public record BucketSink(Task<Folder> files, String bucket, String prefix) implements Sink {

    /// Refuses a prefix that is none.
    public BucketSink {
        boolean isPath = Stream.of(prefix.split("/", -1))
                .noneMatch(step -> step.isBlank() || step.equals(".") || step.equals(".."));
        if (!isPath) {
            throw new IllegalArgumentException("a prefix is a path such as forecasts/weekly, without a slash around it"
                    + " and without steps upwards, but was '" + prefix + "'");
        }
    }

    @Override
    public String target(Resources from) {
        return "the bucket " + BucketResource.of(bucket, from).below(prefix);
    }

    @Override
    public Stamp stamp(External left, Resources from) throws IOException {
        try (Delivery there = open(from)) {
            return there.manifest()
                    .map(Manifest::stamp)
                    .orElse(Stamp.of("there is no manifest, or an object is not as it says"));
        }
    }

    @Override
    public External run(Context in) throws IOException {
        Path folder = in.load(files).path();
        FolderListing wanted = Contents.current().ofFolder(folder);
        try (Delivery there = open(in)) {
            Optional<Manifest> before = there.manifest();
            if (before.filter(manifest -> manifest.shows(wanted)).isPresent()) {
                in.log(there.describe() + " holds these very files already");
                return new External(there.uri(), before.get().stamp());
            }
            there.refuseStore();
            SortedMap<String, FolderListing.Entry> sent = there.replace(folder, wanted);
            in.log(sent.size() + (sent.size() == 1 ? " object" : " objects") + " sent to " + there.describe());
            return new External(there.uri(), there.conclude(wanted).stamp());
        }
    }

    private Delivery open(Resources from) throws IOException {
        return Delivery.open(BucketResource.of(bucket, from), prefix);
    }
}
