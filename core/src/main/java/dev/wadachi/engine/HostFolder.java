package dev.wadachi.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The folder that all Wadachi processes of this host share, whoever started them.
///
/// It lies where every user may write (`/tmp`, or `ProgramData` on Windows), unless `WADACHI_HOST` names another. It is
/// as `/tmp` is: all may write to it, and nobody may remove what is another's. A user who may not write there shares
/// with their own processes alone.
///
/// @param path where it is
record HostFolder(Path path) {

    private static final int ALL_MAY_WRITE_AND_NONE_REMOVE = 01777;
    private static final String NAME = "wadachi-host";
    private static final int ATTEMPTS = 20;

    /// The one of this host; made if need be.
    static HostFolder open() throws IOException {
        HostFolder shared = new HostFolder(told().orElseGet(HostFolder::usual));
        try {
            shared.make();
            return shared;
        } catch (IOException notOurs) {
            String user =
                    Integer.toHexString(System.getProperty("user.name", "").hashCode());
            HostFolder own = new HostFolder(Path.of(System.getProperty("java.io.tmpdir"), NAME + "-" + user));
            own.make();
            return own;
        }
    }

    private static Optional<Path> told() {
        return Optional.ofNullable(System.getProperty("wadachi.host"))
                .or(() -> Optional.ofNullable(System.getenv("WADACHI_HOST")))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    /// The temporary folder that Java knows may be a user's own.
    private static Path usual() {
        Path posix = Path.of("/tmp");
        String windows = System.getenv("ProgramData");
        Path shared = windows != null ? Path.of(windows) : posix;
        return (Files.isDirectory(shared) ? shared : Path.of(System.getProperty("java.io.tmpdir"))).resolve(NAME);
    }

    private void make() throws IOException {
        try {
            Files.createDirectory(path);
            try {
                Files.setAttribute(path, "unix:mode", ALL_MAY_WRITE_AND_NONE_REMOVE);
            } catch (UnsupportedOperationException | IllegalArgumentException noSuchModes) {
                // Windows: what lies in ProgramData is everybody's.
                return;
            }
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw there;
            }
        }
        if (!Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    /// Opens a file that every user may read and write.
    ///
    /// A file of locks is opened once a process: POSIX drops all of a process's locks on a file when any descriptor of
    /// it is closed. One that is there is opened and not made: Linux refuses to make what is another user's in a folder
    /// like this.
    FileChannel file(String name) throws IOException {
        Path file = path.resolve(name);
        for (int attempt = 1; ; attempt++) {
            try {
                return FileChannel.open(
                        file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException nobodyYet) {
                create(file);
            } catch (IOException refused) {
                // Whoever makes it at this moment has not said yet that all may write.
                if (attempt == ATTEMPTS) {
                    throw refused;
                }
                pause();
            }
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (FileAlreadyExistsException somebodyElseDid) {
            return;
        } catch (UnsupportedOperationException noSuchModes) {
            return;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the host's shared folder was opened", stopped);
        }
    }
}
