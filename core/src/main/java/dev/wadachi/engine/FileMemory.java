package dev.wadachi.engine;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FolderListing;
import dev.wadachi.digest.FolderTotal;
import dev.wadachi.digest.FolderWalk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// Digests of files and folders, remembered across processes with the state that each file was in.
///
/// A file is read again only when its [dev.wadachi.digest.FileState] is another, or was not to be trusted when it was
/// read. Single files share one memory, each folder has its own, so that a large one is written only when something
/// in it changed. Memory that is lost costs a reading. Thread-safe.
final class FileMemory implements Contents {

    private final Path memory;
    private final Contents reader;
    private final InstantSource clock;
    private final Map<Path, KnownFolder> folders = new ConcurrentHashMap<>();
    private final KnownFiles single;

    /// @param memory the folder of what is remembered
    /// @param reader reads what is not remembered
    /// @param clock says when a file was read
    FileMemory(Path memory, Contents reader, InstantSource clock) {
        this.memory = memory;
        this.reader = reader;
        this.clock = clock;
        this.single = known("files");
    }

    /// A memory that reads files as they are.
    static FileMemory in(Path memory) {
        return new FileMemory(memory, Contents.reading(), InstantSource.system());
    }

    private KnownFiles known(String name) {
        return new KnownFiles(memory.resolve(name + ".txt"), reader, clock);
    }

    @Override
    public Digest ofFile(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        String name = absolute.toString();
        if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            return reader.ofFile(absolute);
        }
        return single.digest(name, absolute);
    }

    @Override
    public FolderListing ofFolder(Path folder) throws IOException {
        return looked(folder, KnownFolder::listing);
    }

    @Override
    public FolderTotal totalOf(Path folder) throws IOException {
        return looked(folder, KnownFolder::total);
    }

    private <R> R looked(Path folder, Function<KnownFolder, R> answer) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        KnownFolder known = folders.computeIfAbsent(
                absolute,
                each -> new KnownFolder(
                        known("folder-" + Digest.of(each.toString()).shortHex())));
        synchronized (known) {
            try {
                known.look(files(absolute));
            } catch (NoSuchFileException removedMeanwhile) {
                known.look(files(absolute));
            }
            return answer.apply(known);
        }
    }

    private static List<FolderWalk.Found> files(Path folder) throws IOException {
        FolderWalk walk = FolderWalk.of(folder);
        while (!walk.folders().isEmpty()) {
            Queue<FolderWalk.Child> children = new ConcurrentLinkedQueue<>();
            Parallel.each(walk.takeFolders(), place -> children.addAll(FolderWalk.children(place)));
            Parallel.each(List.copyOf(children), walk::look);
        }
        return List.copyOf(walk.files());
    }

    /// Remembers what was learnt of single files. A failure to write is no failure.
    void keep() {
        single.keep();
    }
}
