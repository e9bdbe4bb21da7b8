package dev.wadachi.store;

import dev.wadachi.task.Stored;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lays the parts of a value out as a folder of files, for reading: links to the blobs where the system has them, else copies.
final class Laying {

    private Laying() {}

    static void out(Stored.Parts parts, Path folder) throws IOException {
        for (var part : parts.parts().entrySet()) {
            Path target = folder.resolve(PartName.check(part.getKey()));
            switch (part.getValue()) {
                case Stored.Whole whole -> {
                    Files.createDirectories(target.getParent());
                    linkOrCopy(whole.blob().file(), target);
                }
                case Stored.Parts nested -> out(nested, Files.createDirectories(target));
            }
        }
    }

    private static void linkOrCopy(Path blob, Path target) throws IOException {
        try {
            Files.createLink(target, blob);
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            // Also where a blob has as many links as the file system allows.
            Files.copy(blob, target);
            Placing.makeReadOnly(target);
        }
    }
}
