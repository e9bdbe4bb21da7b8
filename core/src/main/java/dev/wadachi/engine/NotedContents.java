package dev.wadachi.engine;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FolderListing;
import dev.wadachi.digest.FolderTotal;
import dev.wadachi.digest.Key;
import dev.wadachi.store.FileRead;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Notes which files a source asked for.
///
/// @param contents answers
/// @param source whose stamp is asked
/// @param project the project's root
/// @param reads is told
record NotedContents(Contents contents, Key source, Path project, Consumer<FileRead> reads) implements Contents {

    @Override
    public Digest ofFile(Path file) throws IOException {
        Digest digest = contents.ofFile(file);
        note(file, FileRead.Kind.FILE, digest, Files.size(file));
        return digest;
    }

    @Override
    public FolderListing ofFolder(Path folder) throws IOException {
        FolderListing listing = contents.ofFolder(folder);
        note(folder, FolderTotal.of(listing));
        return listing;
    }

    @Override
    public FolderTotal totalOf(Path folder) throws IOException {
        FolderTotal total = contents.totalOf(folder);
        note(folder, total);
        return total;
    }

    private void note(Path folder, FolderTotal total) {
        note(folder, FileRead.Kind.FOLDER, total.digest(), total.bytes());
    }

    private void note(Path path, FileRead.Kind kind, Digest digest, long bytes) {
        Path absolute = path.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(project) ? project.relativize(absolute) : absolute;
        reads.accept(new FileRead(source, shown.toString().replace(File.separatorChar, '/'), kind, digest, bytes));
    }
}
