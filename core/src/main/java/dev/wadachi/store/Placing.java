package dev.wadachi.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/// How a written file gets its final name, on the file systems that there are.
final class Placing {

    private static final int ATTEMPTS = 5;

    private Placing() {}

    /// Gives a file a second name, unless that name is taken.
    ///
    /// @throws FileAlreadyExistsException if it is
    static void link(Path file, Path name) throws IOException {
        makeFolder(folderOf(name));
        for (int attempt = 1; ; attempt++) {
            try {
                linkOrCopy(file, name);
                return;
            } catch (NoSuchFileException missingFolder) {
                makeFolderFor(name, attempt, missingFolder);
            }
        }
    }

    /// A collection may remove an empty folder between its making and its use, hence more than one attempt.
    private static void makeFolderFor(Path name, int attempt, NoSuchFileException missing) throws IOException {
        if (attempt > ATTEMPTS) {
            throw missing;
        }
        makeFolder(folderOf(name));
    }

    private static File folderOf(Path name) {
        return Objects.requireNonNull(name.toFile().getParentFile(), "a stored file lies in a folder");
    }

    /// Makes a folder and those above it, from below: as a rule one or two are missing, and making says so sooner than
    /// asking.
    private static void makeFolder(File folder) throws IOException {
        if (folder.mkdir() || folder.isDirectory()) {
            return;
        }
        File above = folder.getParentFile();
        if (above != null) {
            makeFolder(above);
        }
        if (!folder.mkdir() && !folder.isDirectory()) {
            throw new IOException(
                    "Cannot make the folder " + folder + "; is there room, and may this user write there?");
        }
    }

    private static void linkOrCopy(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            // Some file systems (exFAT, a few network shares) have no links. An exclusive copy may be seen half written
            // there;
            // readers then find it torn and take it for a miss, which is right, if wasteful.
            Files.copy(file, name);
        }
    }

    /// Moves a file onto its final name in one step, replacing what is there.
    ///
    /// @throws NoSuchFileException if the file is gone
    static void rename(Path file, Path name) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                atomically(file, name);
                return;
            } catch (NoSuchFileException missing) {
                if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw missing;
                }
                makeFolderFor(name, attempt, missing);
            }
        }
    }

    private static void atomically(Path file, Path name) throws IOException {
        try {
            Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (AccessDeniedException | FileAlreadyExistsException e) {
            // Windows does not replace a file that somebody reads. Names that are replaced are names of contents, so
            // the file
            // that stands there will do.
            if (!Files.exists(file) || !sameSize(file, name)) {
                throw e;
            }
            delete(file);
        }
    }

    private static boolean sameSize(Path file, Path name) throws IOException {
        return Files.isRegularFile(name) && Files.size(name) == Files.size(file);
    }

    /// Whether the file was there to be removed.
    static boolean delete(Path file) throws IOException {
        try {
            return Files.deleteIfExists(file);
        } catch (AccessDeniedException readOnly) {
            // Windows keeps read-only files.
            return file.toFile().setWritable(true) && Files.deleteIfExists(file);
        }
    }

    /// Guards a blob against a careless hand; a file system without permissions does without.
    static void makeReadOnly(Path file) {
        File unguarded = file.toFile();
        if (!unguarded.setReadOnly()) {
            System.getLogger(Placing.class.getName()).log(System.Logger.Level.DEBUG, "Cannot make {0} read-only", file);
        }
    }
}
