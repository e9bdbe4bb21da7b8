package dev.wadachi.cli;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.project.ProjectProblem;
import dev.wadachi.cli.project.WatchedFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `wadachi run --watch`: carries the command out again on every save, until it is stopped.
///
/// Files are looked at again and again rather than watched by the operating system: that works the same for editors
/// that write anew and those that replace, on shared folders, and on every system.
final class Watch {

    private static final String OPTION = "--watch";

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final List<String> words;
    private final Surroundings around;

    private Watch(List<String> words, Surroundings around) {
        this.words = words;
        this.around = around;
    }

    static boolean isAsked(List<String> words) {
        return words.contains(OPTION) && !words.contains("--help") && !words.contains("-h");
    }

    /// @param words the whole command line
    static ExitCode run(List<String> words, Surroundings around) {
        List<String> once = new ArrayList<>(words);
        once.remove(OPTION);
        return new Watch(once, around).run();
    }

    private ExitCode run() {
        WatchedFiles seen = files();
        boolean isFirst = true;
        while (true) {
            ExitCode code = Cli.run(words, around);
            if (code == ExitCode.BAD_INPUT && isFirst) {
                return code;
            }
            isFirst = false;
            around.cancellation().means(() -> {}, Thread.currentThread()::interrupt);
            around.terminal().err().println("watching for the next save; Ctrl-C ends it");
            Optional<Path> changed = awaitChange(seen);
            Optional<WatchedFiles> settled = changed.flatMap(_ -> awaitRest());
            if (settled.isEmpty()) {
                return ExitCode.INTERRUPTED;
            }
            seen = settled.get();
            around.terminal().err().println(System.lineSeparator() + changed.orElseThrow() + " changed");
        }
    }

    /// What was saved while the command ran counts, too: it is compared with what was seen before.
    private Optional<Path> awaitChange(WatchedFiles seen) {
        try {
            while (!around.cancellation().isAsked()) {
                Optional<Path> changed = seen.firstChange(files());
                if (changed.isPresent()) {
                    return changed;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            // The word to stop.
        }
        return Optional.empty();
    }

    /// The files once nobody writes to them any more: a save that is half-way is an empty file.
    private Optional<WatchedFiles> awaitRest() {
        try {
            WatchedFiles before = files();
            while (!around.cancellation().isAsked()) {
                Thread.sleep(PAUSE);
                WatchedFiles now = files();
                if (now.equals(before)) {
                    return Optional.of(now);
                }
                before = now;
            }
        } catch (InterruptedException stopped) {
            // The word to stop.
        }
        return Optional.empty();
    }

    private WatchedFiles files() {
        Optional<Path> file = words.stream()
                .filter(word -> word.endsWith(".java"))
                .findFirst()
                .map(around.folder()::resolve);
        try {
            return WatchedFiles.of(around.folder(), file, around.environment());
        } catch (ProjectProblem notNow) {
            // Told by the command; what mends it may be a file that is not there yet.
            return WatchedFiles.below(around.folder());
        }
    }
}
