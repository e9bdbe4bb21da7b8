package dev.wadachi.engine;

import dev.wadachi.engine.worker.JvmFlags;
import dev.wadachi.engine.worker.Worker;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a worker is started: by this process's own Java, with its own flags and class path, and another heap.
///
/// The same flags, because a cache of loaded classes (`-XX:AOTCache`) serves only a JVM like the one that made it, and
/// the class path in the same order for the same reason: what this process was started with, then the project's.
///
/// @param flags of the JVM
/// @param classPath folders and jars
record WorkerCommand(List<String> flags, List<String> classPath) {

    /// What a worker prints is kept as it is in this process: UTF-8, and log records as one line.
    private static final List<String> OF_WORKERS = List.of(
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Djava.util.logging.SimpleFormatter.format=%4$s %3$s: %5$s%6$s%n");

    /// From this heap on, pointers take eight bytes. A JVM of such pointers cannot use a cache that was made by one of
    /// four, and if it is told to, it does without the cache that comes with the JDK as well.
    private static final long WIDE = 32L << 30;

    /// Variables from which Java takes flags. They are among this process's flags already; a worker that read them
    /// again would also take those of this process alone, and would print them into its body's log.
    static final List<String> VARIABLES = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    WorkerCommand {
        flags = List.copyOf(flags);
        classPath = List.copyOf(classPath);
    }

    /// For a task whose class this loader loaded.
    ///
    /// @param heap bytes
    static WorkerCommand of(@Nullable ClassLoader classes, long heap) {
        SequencedSet<String> classPath = new LinkedHashSet<>();
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .forEach(classPath::add);
        for (ClassLoader loader = classes; loader instanceof URLClassLoader urls; loader = loader.getParent()) {
            for (URL url : urls.getURLs()) {
                classPath.add(path(url));
            }
        }
        List<String> flags = flags(JvmFlags.ofThisProcess(), heap);
        return new WorkerCommand(flags, List.copyOf(classPath));
    }

    /// @param ours the flags of this process
    static List<String> flags(List<String> ours, long heap) {
        List<String> flags = new ArrayList<>();
        JvmFlags.withoutHeap(ours).stream()
                .filter(flag -> heap < WIDE || !flag.startsWith("-XX:AOTCache="))
                .forEach(flags::add);
        flags.addAll(OF_WORKERS);
        flags.add("-Xmx" + heap);
        return flags;
    }

    private static String path(URL url) {
        try {
            return Path.of(new URI(url.toString())).toString();
        } catch (URISyntaxException | IllegalArgumentException noFile) {
            throw new IllegalArgumentException("a JVM of its own cannot be given the class path entry " + url, noFile);
        }
    }

    /// The words of the command. Flags and class path go into a file of its owner's alone: a class path may be longer
    /// than what a system takes as a command, and flags, such as `-Ddb.password=…`, may be what others should not read.
    ///
    /// @param options a file that is made
    /// @param title what a list of processes shows
    List<String> words(Path options, String title) throws IOException {
        List<String> lines =
                new ArrayList<>(flags.stream().map(WorkerCommand::quoted).toList());
        lines.add("-cp");
        lines.add(quoted(String.join(File.pathSeparator, classPath)));
        Files.write(ownersAlone(options), lines);
        return List.of(java(), "@" + options, Worker.class.getName(), title);
    }

    private static Path ownersAlone(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// As the `java` command reads such files.
    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
