package dev.wadachi.cli.shell;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Cancellation;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.parameter.Binding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the snippets that a session begins with call, in the JVM where snippets run.
public final class Session {

    /// The property of this JVM that names a single source file, if the session is of one.
    static final String FILE = "wadachi.shell.file";

    /// The property of this JVM that names a store, if one was named.
    static final String STORE = "wadachi.shell.store";

    /// The property of this JVM that names a profile, if one was named.
    static final String PROFILE = "wadachi.shell.profile";

    /// The names of the fields below, which are read and set from outside of this JVM: see [StoppableRuns].
    static final String IS_RUNNING = "isRunning";

    static final String IS_ASKED_TO_STOP = "isAskedToStop";

    @SuppressWarnings("unused")
    private static volatile boolean isRunning;

    private static volatile boolean isAskedToStop;

    private static @Nullable Wadachi opened;

    private Session() {}

    /// The project as the command line opens it, with its store and its resources; runs are shown while they go on.
    public static synchronized Wadachi wadachi() {
        if (opened == null) {
            Surroundings around = around();
            Optional<Path> file = Optional.ofNullable(System.getProperty(FILE)).map(Path::of);
            Wadachi fresh = Workspace.of(
                            around, file, StoreOption.of(System.getProperty(STORE), System.getProperty(PROFILE)))
                    .open(new ShownRuns(around.terminal()));
            // What was written is to reach the disk, however the session ends.
            Runtime.getRuntime().addShutdownHook(new Thread(fresh::close));
            opened = fresh;
        }
        return opened;
    }

    /// A pipeline whose parameters all are as `@Default` says.
    public static <P extends Record> P withDefaults(Class<P> pipeline) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return pipeline.cast(Binding.bind(pipeline, Map.of(), today).getFirst());
    }

    /// Tells whoever presses Ctrl-C whether there is a run to end.
    static void running(boolean is) {
        isRunning = is;
        isAskedToStop = false;
    }

    /// Ends the runs under way if somebody has asked for it.
    static synchronized void heed() {
        if (isAskedToStop && opened != null) {
            opened.cancel();
        }
    }

    private static Surroundings around() {
        Map<String, String> environment = System.getenv();
        return new Surroundings(
                List.of("wadachi", "shell"),
                Path.of(""),
                environment,
                Path.of(System.getProperty("wadachi.home", "")),
                Terminal.system(environment),
                LocalDate.now(ZoneOffset.UTC),
                new Cancellation());
    }
}
