package dev.wadachi;

import dev.wadachi.code.UserCode;
import dev.wadachi.data.TrackedData;
import dev.wadachi.engine.Backfill;
import dev.wadachi.engine.BackfillPlan;
import dev.wadachi.engine.BackfillReport;
import dev.wadachi.engine.Engine;
import dev.wadachi.engine.Force;
import dev.wadachi.engine.Listener;
import dev.wadachi.engine.Offering;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Refused;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.engine.RunDifference;
import dev.wadachi.engine.RunFailed;
import dev.wadachi.store.Accept;
import dev.wadachi.store.Publications;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Remote;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.Store;
import dev.wadachi.store.StoreOptions;
import dev.wadachi.task.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The front door: opens a project, brings tasks up to date, and tells what is kept.
///
/// Thread-safe; several threads may run requests at once, and each task runs once. Close it when done: what was
/// written then reaches the disk, and whatever is asked of it later is an [IllegalStateException].
public final class Wadachi implements AutoCloseable {

    private final Path project;
    private final Optional<Remote> shared;
    private final Store store;
    private final Engine engine;
    private final Listener listener;
    private volatile boolean isClosed;

    private Wadachi(Settings settings) {
        this.project = settings.project();
        this.shared = settings.shared();
        this.listener = settings.listener();
        StoreOptions options = StoreOptions.standard().ofProject(settings.name(), settings.sight());
        this.store = settings.shared()
                .map(remote -> Store.open(settings.store(), remote, options))
                .orElseGet(() -> Store.open(settings.store(), options));
        UserCode own = UserCode.classFolders().withJars(settings.ownJars()).withPackages(settings.ownPackages());
        this.engine = new Engine(
                settings.project(),
                store,
                settings.resources(),
                settings.secrets(),
                own,
                settings.project().resolve(".wadachi").resolve("cache"));
    }

    /// Opens a project whose store is its folder `.wadachi`.
    ///
    /// @throws IllegalArgumentException if there is no such folder
    /// @throws dev.wadachi.store.StoreException if a newer Wadachi made the store
    public static Wadachi open(Path project) {
        return open(Settings.of(project));
    }

    /// Opens a project.
    ///
    /// @throws IllegalArgumentException if there is no such folder
    /// @throws dev.wadachi.store.StoreException if a newer Wadachi made the store
    public static Wadachi open(Settings settings) {
        requireFolder(settings.project().toAbsolutePath().normalize());
        return new Wadachi(settings);
    }

    /// A path that was mistyped would be a project without results.
    private static void requireFolder(Path project) {
        if (Files.isDirectory(project)) {
            return;
        }
        Path above = project;
        while (above.getParent() != null && !Files.isDirectory(above)) {
            above = above.getParent();
        }
        throw new IllegalArgumentException((Files.exists(project)
                        ? project + " is a file, and no project's folder"
                        : "there is no folder " + project)
                + "; the nearest above it is " + above);
    }

    /// The value of a task, computed now unless it is there.
    ///
    /// @throws Refused if a task cannot be run as it is; nothing was run then
    /// @throws RunFailed if the task, or something that it needs, failed
    public <T> T run(Task<T> goal) {
        return run(Request.of(goal)).value(goal);
    }

    /// Brings several goals up to date, or one in a special way. Failures are in the report.
    ///
    /// @throws Refused if the request cannot be carried out as it is put; nothing was run then
    public Report run(Request request) {
        return open().run(heard(request));
    }

    private Request heard(Request request) {
        return request.listener() == Listener.SILENT ? request.listener(listener) : request;
    }

    /// Brings every point of a range of time up to date, each by a run of its own. Failures are in the report.
    ///
    /// @throws Refused if a request cannot be carried out as it is put; nothing was run then
    public BackfillReport run(Backfill backfill) {
        return open().run(backfill);
    }

    /// Which points of a range of time are there, and why others are not. Runs nothing.
    ///
    /// @throws Refused if a request cannot be carried out as it is put
    public BackfillPlan plan(Backfill backfill) {
        return open().plan(backfill);
    }

    /// What a run would do, and why. Runs nothing.
    ///
    /// @throws Refused if the request cannot be carried out as it is put
    public Plan plan(Request request) {
        return open().plan(request);
    }

    /// How what a run would do now stands to what an earlier run did: parameters, code, data, libraries. Runs nothing.
    ///
    /// @param run as `store().runs()` gives it
    /// @throws Refused if the request cannot be carried out as it is put
    public RunDifference differences(Request request, RunRecord run) {
        return open().differences(request, run);
    }

    /// What a run for these goals would do, and why. Runs nothing.
    public Plan plan(Task<?>... goals) {
        return plan(Request.of(goals));
    }

    /// The newest kept value of a task, whatever has changed since; empty if nothing is kept.
    @SuppressWarnings("unchecked") // decoded by the task's own codec
    public <T> Optional<T> latest(Task<T> task) {
        return open().latest(task).map(recorded -> (T) open().value(task, recorded));
    }

    /// The newest kept value of any task of a class, whatever its parameters; empty if nothing is kept.
    ///
    /// @param task such as `Features.class`
    @SuppressWarnings("unchecked") // decoded by the task's own codec
    public <T> Optional<T> latest(Class<? extends Task<T>> task) {
        return open().latest(task).map(recorded -> (T) open().value(recorded, task));
    }

    /// The value of any kept result, read as its task's class says.
    ///
    /// @param classes where the class is found
    /// @throws IllegalArgumentException if the class or the bytes are gone
    public Object value(Recorded recorded, ClassLoader classes) {
        return open().value(recorded, classes);
    }

    /// The value of any kept result, read as a class says that its task has today: the one that it had is gone where
    /// the task was renamed.
    ///
    /// @throws IllegalArgumentException if the bytes are gone, or the class does not tell its type
    public Object value(Recorded recorded, Class<?> task) {
        return open().value(recorded, task);
    }

    /// Runs what is up to date once more, and compares bytes; see [Report#verified()]. Keeps nothing new of it.
    public Report verify(Request request) {
        return open().run(heard(request).with(new Force.Verify()));
    }

    /// Declares that a change of code or surroundings leaves the results of some tasks as they are.
    ///
    /// @param request goals in whose graph the tasks are
    /// @param task a task's name, or `*` for all
    /// @param reason why, for people
    /// @return what was declared equal; empty if nothing differs
    public List<Accept> accept(Request request, String task, String reason) {
        return open().accept(request, task, "", reason);
    }

    /// Declares that a change of one library leaves the results of some tasks as they are.
    ///
    /// @param library a library's name as `wadachi why` prints it
    public List<Accept> acceptLibrary(Request request, String task, String library, String reason) {
        return open().accept(request, task, library, reason);
    }

    /// Offers the kept result of a goal to other projects, as the next version of a name; they read it with a
    /// [dev.wadachi.task.Published] source. Nothing is run: a goal that is not up to date is refused.
    ///
    /// @param request one goal
    /// @throws Refused with everything that is in the way
    public Publications.Outcome publish(Request request, Offering offering) {
        List<String> known = shared.filter(remote -> remote.sharing() == Sharing.READ)
                .map(remote -> List.of("the team's store " + remote.location() + " is only read from here, and others"
                        + " would not see it; publish where it is written, as continuous integration does, or set"
                        + " WADACHI_SHARE=write"))
                .orElse(List.of());
        return open().publish(request, offering, known);
    }

    /// Stops every run that is under way. What ran is kept; running again goes on from there.
    public void cancel() {
        engine.cancel();
    }

    private Engine open() {
        if (isClosed) {
            throw new IllegalStateException(
                    "this Wadachi on " + store.describe() + " was closed: open another with Wadachi.open(…)");
        }
        return engine;
    }

    /// The project's data files whose bytes are in the store.
    public TrackedData data() {
        return new TrackedData(project, store, open().contents());
    }

    /// What is kept: runs, results, accepts, revocations; and housekeeping.
    public Store store() {
        return store;
    }

    @Override
    public void close() {
        isClosed = true;
        engine.close();
        store.close();
    }
}
