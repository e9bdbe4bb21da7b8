package dev.wadachi.bench;

import dev.wadachi.Wadachi;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How long a folder of 100,000 files of 1 KB takes to be checked: for the first time, unchanged, and with one file
/// changed.
///
/// Run it without arguments, or with the number of files. Each figure is a whole process with the flags of `./wadachi`
/// that opens a project and brings one source up to date.
public final class FolderStamps {

    private static final int FILES = 100_000;
    private static final int FILES_A_FOLDER = 1_000;

    private FolderStamps() {}

    /// Something that a folder is read into.
    ///
    /// @param folder the folder
    public record Events(String folder) implements Source<String> {

        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFolder(from.path(folder));
        }

        @Override
        public String run(Context in) {
            return folder;
        }
    }

    /// Without arguments it measures; with `check <project>` it is the process that is measured.
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("check")) {
            check(Path.of(arguments[1]));
        } else {
            measure(arguments.length == 0 ? FILES : Integer.parseInt(arguments[0]));
        }
    }

    private static void check(Path project) {
        long start = System.nanoTime();
        try (Wadachi wadachi = Wadachi.open(project)) {
            wadachi.run(new Events("events"));
        }
        System.out.printf(Locale.ROOT, "%.2f s in the process", (System.nanoTime() - start) / 1e9);
    }

    private static void measure(int files) throws Exception {
        Path project = Files.createTempDirectory("folder-stamps");
        Path events = project.resolve("events");
        for (int i = 0; i < files; i++) {
            Path folder = events.resolve("day" + i / FILES_A_FOLDER);
            if (i % FILES_A_FOLDER == 0) {
                Files.createDirectories(folder);
            }
            Files.writeString(folder.resolve(i + ".jsonl"), ("event " + i + "\n").repeat(80));
        }
        // Two seconds is the coarsest clock of a file system; see FileState.
        Thread.sleep(2500);
        start("first", project);
        start("unchanged", project);
        Files.writeString(events.resolve("day0").resolve("0.jsonl"), "changed");
        start("one changed", project);
        start("again", project);
        System.out.println("The project is in " + project + ".");
    }

    private static void start(String what, Path project) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path").replace(':', File.pathSeparatorChar),
                        FolderStamps.class.getName(),
                        "check",
                        project.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        System.out.printf(
                Locale.ROOT, "%-12s %6.2f s wall in all, %s%n", what, (System.nanoTime() - start) / 1e9, said);
    }
}
