package dev.wadachi.cli.project;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Set;

/// Where a project's compiled classes are kept: in the project, or, where it can only be read, in a folder of this
/// user's own below the system's temporary one.
final class ClassesFolder {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    private ClassesFolder() {}

    static Path of(Path root) {
        Path own = root.resolve(Project.STATE).resolve("classes");
        return canBeWritten(own) ? own : elsewhere(root);
    }

    /// Makes the folder, and keeps Git from it where it lies in the project and no store does so.
    static void make(Path classes) throws IOException {
        Files.createDirectories(classes);
        Path state = classes.getParent();
        if (state != null && state.endsWith(Project.STATE) && Files.notExists(state.resolve(".gitignore"))) {
            Files.writeString(state.resolve(".gitignore"), "*\n");
        }
    }

    private static boolean canBeWritten(Path folder) {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isDirectory(there) && Files.isWritable(there);
    }

    private static Path elsewhere(Path root) {
        try {
            return ofUser().resolve(Digest.of(root.toString()).shortHex());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep compiled classes, neither in " + root + " nor elsewhere", e);
        }
    }

    /// Others may write to the temporary folder: what they put in this one's place is not used.
    private static Path ofUser() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path folder = temporary.resolve("wadachi-" + System.getProperty("user.name"));
        try {
            return Files.createDirectory(folder, privately(temporary));
        } catch (FileAlreadyExistsException known) {
            return isMine(folder) ? folder : Files.createTempDirectory(temporary, "wadachi-");
        }
    }

    private static FileAttribute<?>[] privately(Path temporary) {
        return hasPermissions(temporary)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)}
                : new FileAttribute<?>[0];
    }

    private static boolean isMine(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!hasPermissions(folder)) {
            return true;
        }
        try {
            UserPrincipal me = folder.getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name"));
            return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(me)
                    && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                            .equals(PRIVATE);
        } catch (UserPrincipalNotFoundException nameless) {
            return false;
        }
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
