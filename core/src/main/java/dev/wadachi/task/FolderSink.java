package dev.wadachi.task;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.FolderListing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Puts files where people look for them: a folder of the project, or any other, all of them or none.
///
/// The folder is filled beside its place and then put there whole, in place of what the sink left before; readers never
/// find a half of a file, nor files of two runs side by side. Whoever edits or deletes a file gets it back with the
/// next run. Other files that somebody adds are none of the sink's business, and stay. A folder that holds files before
/// the sink was ever there is not touched: the sink fails and names them. So it does where a file or a symbolic link
/// stands in the folder's place, or where that lies within a store or a `.wadachi`.
///
/// The file `.wadachi-sink` in the folder lists what was put there: digest, size and path of each file.
///
/// @param files what to put there, such as `TableFiles.of(forecast, "forecast.csv")`
/// @param folder relative to the project
public record FolderSink(Task<Folder> files, String folder) implements Sink {

    private static final int SHOWN = 5;

    /// Refuses no name.
    public FolderSink {
        if (folder.isBlank()) {
            throw new IllegalArgumentException("a folder sink has a folder of its own, such as out/forecast");
        }
    }

    @Override
    public String target(Resources from) throws IOException {
        return "the folder " + SinkFolder.of(from.path(folder)).identity();
    }

    @Override
    public Stamp stamp(External left, Resources from) throws IOException {
        return stamp(SinkFolder.of(from.path(folder)).present());
    }

    private static Stamp stamp(FolderListing listing) {
        return Stamp.of(listing.digest());
    }

    @Override
    public External run(Context in) throws IOException {
        SinkFolder target = SinkFolder.of(in.path(folder));
        Path from = in.load(files).path();
        FolderListing wanted = Contents.current().ofFolder(from).requirePortable();
        target.requireFit();
        target.recover();
        if (target.isOurs() && target.present().equals(wanted)) {
            in.log(target.path() + " holds these very files already");
        } else {
            refuseStrangers(target, wanted);
            target.replace(from, wanted);
        }
        return new External(target.path().toUri(), stamp(wanted));
    }

    /// Files that somebody added later may stay, but not under a name that is wanted now.
    private static void refuseStrangers(SinkFolder target, FolderListing wanted) throws IOException {
        List<String> refused = new ArrayList<>(target.strangers());
        if (target.isOurs()) {
            refused.retainAll(wanted.files().keySet());
        }
        if (!refused.isEmpty()) {
            throw new IOException("the folder " + target.path() + " holds files that no sink put there: "
                    + String.join(", ", refused.subList(0, Math.min(SHOWN, refused.size())))
                    + (refused.size() > SHOWN ? " and " + (refused.size() - SHOWN) + " more" : "")
                    + "; move them elsewhere, or give the sink a folder of its own");
        }
    }
}
