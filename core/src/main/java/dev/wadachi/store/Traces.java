package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// What happened: `traces/<task>/<key>/<fingerprint>/<n>.json`.
///
/// A trace is put once and never changed. A look-up costs a folder's listing and a file's reading, and nothing is kept
/// in memory. Safe for many threads and processes; I/O trouble is thrown as [UncheckedIOException].
public final class Traces {

    private static final System.Logger LOG = System.getLogger(Traces.class.getName());
    private static final String ENDING = ".json";
    private static final int LONGEST_HISTORY = 100_000;
    private static final int EVERYTHING = Integer.MAX_VALUE;

    /// So many names are looked through for the few of one project among those of many.
    private static final int WIDE = 2_000;

    private final Place place;
    private final Trash trash;
    private final Revocations revocations;
    private final Belonging belonging;

    /// @param revocations which results must never be hits again
    /// @param belonging which results look-ups by name and key show
    Traces(Place place, Trash trash, Revocations revocations, Belonging belonging) {
        this.place = place;
        this.trash = trash;
        this.revocations = revocations;
        this.belonging = belonging;
    }

    /// What was recorded for a key under a fingerprint, newest first.
    public History history(Key key, Digest fingerprint) {
        String folder = folderOf(key, fingerprint);
        IntFunction<Optional<Recorded>> read = number -> usable(folder, key, fingerprint, number);
        try {
            List<Integer> near = numbers(place.listNear(folder, LONGEST_HISTORY).orElse(List.of()));
            return near.isEmpty()
                    ? new History(numbers(folder), List::of, read)
                    : new History(near, () -> afar(folder, near), read);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the history of " + key.shortText() + " in " + place.describe(), e);
        }
    }

    /// The numbers of the traces in a folder that are not near.
    private List<Integer> afar(String folder, List<Integer> near) {
        try {
            return numbers(folder).stream()
                    .filter(number -> !near.contains(number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + " in " + place.describe(), e);
        }
    }

    /// Records a trace under the number after `last`, unless somebody else did so first. A number is passed over that
    /// a revocation names: its result was forgotten, but not what was said of it.
    ///
    /// @param last the highest number that the writer knows of, as [History#last()] gives it
    public Appended append(Trace trace, int last) {
        Digest fingerprint = trace.fingerprint().total();
        String folder = folderOf(trace.key(), fingerprint);
        byte[] content = TraceJson.write(trace);
        int number = unnamed(trace.key(), fingerprint, last + 1);
        try {
            while (!place.putIfAbsent(folder + "/" + number + ENDING, content, Sync.BATCHED)) {
                Optional<Recorded> existing = usable(folder, trace.key(), fingerprint, number);
                if (existing.isPresent()) {
                    return new Appended.Lost(existing.get());
                }
                if (place.facts(folder + "/" + number + ENDING).isPresent()) {
                    // Revoked: it keeps its number. A damaged one has gone to quarantine and freed it.
                    number = unnamed(trace.key(), fingerprint, number + 1);
                }
            }
            return new Appended.Won(number);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot record a trace of " + trace.key().shortText() + " in " + place.describe(), e);
        }
    }

    /// The first number from this one on that no revocation names.
    private int unnamed(Key key, Digest fingerprint, int from) {
        int number = from;
        while (revocations.names(new TraceId(key, fingerprint, number))) {
            number++;
        }
        return number;
    }

    /// One trace by its full name, revoked or not.
    public Optional<Recorded> find(TraceId id) {
        return intact(folderOf(id.key(), id.fingerprint()), id.key(), id.fingerprint(), id.number());
    }

    /// Every trace under the fingerprint of this one, revoked or not, newest first.
    List<Recorded> underFingerprintOf(TraceId id) {
        String folder = folderOf(id.key(), id.fingerprint());
        try {
            return numbers(folder).stream()
                    .flatMap(number -> intact(folder, id.key(), id.fingerprint(), number).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the history of " + id.key().shortText() + " in " + place.describe(), e);
        }
    }

    /// The newest trace under each of a key's fingerprints, most recent fingerprints first, of the store's project.
    public List<Recorded> ofKey(Key key, int limit) {
        return newestOf(folderOf(key), limit);
    }

    /// The newest trace of a key that gave these bytes, of whatever project; a part's digest counts as its whole's.
    public Optional<Trace> withOutput(Key key, Digest output) {
        String folder = folderOf(key);
        try {
            for (String fingerprint : place.newest(folder, WIDE)) {
                for (int number : numbers(folder + "/" + fingerprint)) {
                    Optional<Trace> found = intact(folder + "/" + fingerprint, number)
                            .map(Recorded::trace)
                            .filter(trace -> gives(trace.output(), output));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot look for a result of " + key.shortText() + " in " + place.describe(), e);
        }
    }

    private static boolean gives(Output output, Digest digest) {
        return output.digest().equals(digest)
                || output instanceof Output.Parts whole
                        && whole.parts().values().stream().anyMatch(part -> gives(part, digest));
    }

    /// The newest trace of each fingerprint under a task's name, whatever the key, most recent keys first, of the
    /// store's project.
    public List<Recorded> ofTask(String task, int limit) {
        var found = new ArrayList<Recorded>();
        String folder = folderOf(task);
        try {
            for (String key : place.newest(folder, Math.max(limit, WIDE))) {
                found.addAll(newestOf(folder + "/" + key, limit - found.size()));
                if (found.size() >= limit) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the traces of " + task + " in " + place.describe(), e);
        }
        return found.stream()
                .filter(recorded -> recorded.trace().key().task().equals(task))
                .toList();
    }

    /// The names of all tasks that something is kept of for the store's project.
    public SortedSet<String> tasks() {
        var names = new TreeSet<String>();
        try {
            for (String folder : place.list("traces", EVERYTHING)) {
                nameIn("traces/" + folder).ifPresent(names::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the tasks in " + place.describe(), e);
        }
        return names;
    }

    /// A folder's name may be escaped, and cut; its traces know the task's own.
    private Optional<String> nameIn(String folder) throws IOException {
        for (String key : place.list(folder, EVERYTHING)) {
            Optional<Recorded> any = newestOf(folder + "/" + key, 1).stream().findFirst();
            if (any.isPresent()) {
                return Optional.of(any.get().trace().key().task());
            }
        }
        return Optional.empty();
    }

    private List<Recorded> newestOf(String keyFolder, int limit) {
        var found = new ArrayList<Recorded>();
        try {
            for (String fingerprint : place.newest(keyFolder, Math.max(limit, WIDE))) {
                if (found.size() >= limit) {
                    break;
                }
                newestIn(keyFolder + "/" + fingerprint).ifPresent(found::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + keyFolder + " in " + place.describe(), e);
        }
        return found;
    }

    private Optional<Recorded> newestIn(String folder) throws IOException {
        for (int number : numbers(folder)) {
            Optional<Recorded> recorded = intact(folder, number).filter(belonging::isShown);
            if (recorded.isPresent()) {
                return recorded;
            }
        }
        return Optional.empty();
    }

    /// Shows every trace of the store, of all projects, revoked ones too, in no order.
    public void forEach(Consumer<Recorded> visitor) {
        walk(file -> intact(file.folder(), file.number()).ifPresent(visitor));
    }

    /// Shows every trace that the store's project computed or used, revoked ones too, in no order.
    public void forEachOwn(Consumer<Recorded> visitor) {
        forEach(recorded -> {
            if (belonging.isShown(recorded)) {
                visitor.accept(recorded);
            }
        });
    }

    /// Shows every trace of a task's name that the store's project computed or used, revoked ones too, in no order.
    public void forEachOwn(String task, Consumer<Recorded> visitor) {
        try {
            walk(
                    folderOf(task),
                    2,
                    file -> intact(file.folder(), file.number())
                            .filter(belonging::isShown)
                            .filter(recorded -> recorded.trace().key().task().equals(task))
                            .ifPresent(visitor));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the traces of " + task + " in " + place.describe(), e);
        }
    }

    /// What is kept of one task for the store's project.
    ///
    /// @param results how many traces, revoked ones too
    /// @param newest the one that started last
    public record Kept(int results, Recorded newest) {

        /// With one trace more.
        public Kept and(Recorded another) {
            boolean isNewer = another.trace()
                    .origin()
                    .started()
                    .isAfter(newest.trace().origin().started());
            return new Kept(results + 1, isNewer ? another : newest);
        }
    }

    /// What is kept of each task for the store's project, in no order. Of most traces a few members are looked at.
    public List<Kept> ofEachTask() {
        var tasks = new HashMap<String, Newest>();
        walk(file -> glimpse(file)
                .ifPresent(seen ->
                        tasks.merge(seen.task(), new Newest(1, seen.started(), file), (known, one) -> known.and(one))));
        return tasks.values().stream()
                .flatMap(newest -> intact(newest.file().folder(), newest.file().number()).stream()
                        .map(recorded -> new Kept(newest.results(), recorded)))
                .toList();
    }

    /// The file of the trace that started last, of those that were seen.
    private record Newest(int results, String started, TraceFile file) {

        Newest and(Newest one) {
            return started.compareTo(one.started) >= 0
                    ? new Newest(results + one.results, started, file)
                    : new Newest(results + one.results, one.started, one.file);
        }
    }

    /// Empty where the store's project is shown nothing of the trace.
    private Optional<Glimpse> glimpse(TraceFile file) throws IOException {
        Optional<Glimpse> seen =
                place.read(file.name()).flatMap(Glimpse::of).filter(glimpse -> belonging.sees(glimpse.project()));
        return seen.isPresent()
                ? seen
                : intact(file.folder(), file.number())
                        .filter(belonging::isShown)
                        .map(Glimpse::of);
    }

    /// Where the traces of a task lie, whichever project computed them.
    ///
    /// @param near those in the own store, revoked ones too, in no order
    /// @param afar how many more the team's store has
    public record Whereabouts(List<Recorded> near, int afar) {
        /// Keeps an unmodifiable copy.
        public Whereabouts {
            near = List.copyOf(near);
        }
    }

    /// Where all traces of a task's name lie. Brings none here.
    public Whereabouts whereabouts(String task) {
        var near = new ArrayList<Recorded>();
        String folder = folderOf(task);
        try {
            walk(folder, 2, file -> {
                if (isNear(file)) {
                    intact(file.folder(), file.number())
                            .filter(recorded -> recorded.trace().key().task().equals(task))
                            .ifPresent(near::add);
                }
            });
            return new Whereabouts(near, place.countAfar(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the traces of " + task + " in " + place.describe(), e);
        }
    }

    private boolean isNear(TraceFile file) throws IOException {
        return place.factsNear(file.name()).isPresent();
    }

    /// Moves all traces of a task's name to the trash that the store's project computed, and says which.
    public List<TraceId> forget(String task) {
        return discard(
                recorded -> recorded.trace().key().task().equals(task) && belonging.isComputedHere(recorded),
                folderOf(task),
                2);
    }

    /// Moves all traces of a key to the trash that the store's project computed, and says which.
    public List<TraceId> forget(Key key) {
        return discard(
                recorded -> recorded.trace().key().equals(key) && belonging.isComputedHere(recorded), folderOf(key), 1);
    }

    private List<TraceId> discard(Predicate<Recorded> wanted, String top, int depth) {
        var discarded = new ArrayList<TraceId>();
        try {
            walk(top, depth, file -> {
                // Reading what a team alone has would bring it here.
                Optional<Recorded> recorded = isNear(file) ? intact(file.folder(), file.number()) : Optional.empty();
                if (recorded.isPresent() && wanted.test(recorded.get()) && trash.discard(file.name())) {
                    discarded.add(recorded.get().id());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot forget what lies under " + top + " in " + place.describe(), e);
        }
        return discarded;
    }

    /// Why a result is not this project's to judge, and what to do; empty if the project computed or used it, or
    /// judges it nevertheless.
    public Optional<String> objection(Recorded recorded, Ownership ownership) {
        return ownership == Ownership.TAKE_OVER ? Optional.empty() : belonging.objection(recorded);
    }

    /// The file of a trace.
    ///
    /// @param folder the folder of its fingerprint
    /// @param number its number
    record TraceFile(String folder, int number) {
        String name() {
            return folder + "/" + number + ENDING;
        }
    }

    /// What is done with a file.
    interface FileVisitor {
        void visit(TraceFile file) throws IOException;
    }

    /// Shows the file of every trace, in no order.
    void walk(FileVisitor visitor) {
        try {
            walk("traces", 3, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot walk the traces in " + place.describe(), e);
        }
    }

    private void walk(String folder, int depth, FileVisitor visitor) throws IOException {
        if (depth == 0) {
            for (int number : numbers(folder)) {
                visitor.visit(new TraceFile(folder, number));
            }
            return;
        }
        for (String child : place.list(folder, EVERYTHING)) {
            walk(folder + "/" + child, depth - 1, visitor);
        }
    }

    /// The name of the object that holds a trace, among the objects of a [Place].
    public static String objectOf(TraceId id) {
        return nameOf(id);
    }

    static String nameOf(TraceId id) {
        return new TraceFile(folderOf(id.key(), id.fingerprint()), id.number()).name();
    }

    /// The folder of all traces of a task's name, among the objects of a [Place].
    public static String folderOf(String task) {
        return "traces/" + Names.escape(task);
    }

    private static String folderOf(Key key) {
        return folderOf(key.task()) + "/" + key.digest().hex();
    }

    private static String folderOf(Key key, Digest fingerprint) {
        return folderOf(key) + "/" + fingerprint.hex();
    }

    /// The numbers of the traces in a folder, highest first.
    private List<Integer> numbers(String folder) throws IOException {
        return numbers(place.list(folder, LONGEST_HISTORY));
    }

    private static List<Integer> numbers(List<String> names) {
        var numbers = new ArrayList<Integer>(names.size());
        for (String name : names) {
            int number = numberOf(name);
            if (number > 0) {
                numbers.add(number);
            }
        }
        numbers.sort(Collections.reverseOrder());
        return numbers;
    }

    /// The number in `<n>.json`, or 0 if the file is named otherwise.
    private static int numberOf(String name) {
        int digits = name.length() - ENDING.length();
        if (digits < 1 || digits > 9 || !name.endsWith(ENDING)) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < digits; i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private Optional<Recorded> usable(String folder, Key key, Digest fingerprint, int number) {
        return intact(folder, key, fingerprint, number)
                .filter(recorded -> revocations.of(recorded).isEmpty());
    }

    /// A trace that says itself that it belongs where it lies.
    private Optional<Recorded> intact(String folder, Key key, Digest fingerprint, int number) {
        return intact(folder, number)
                .filter(recorded -> recorded.trace().key().equals(key)
                        && recorded.trace().fingerprint().total().equals(fingerprint));
    }

    Optional<Recorded> intact(String folder, int number) {
        String name = new TraceFile(folder, number).name();
        try {
            Optional<byte[]> bytes = place.read(name);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            Optional<JsonObject> json = SealedJson.open(bytes.get());
            if (json.isEmpty()) {
                trash.quarantine(name, "its checksum does not hold");
                return Optional.empty();
            }
            return Optional.of(new Recorded(number, TraceJson.read(json.get())));
        } catch (JsonException | IllegalArgumentException | DateTimeException fromTheFuture) {
            // Its checksum holds, so a newer version wrote it: let it lie, and compute anew.
            LOG.log(Level.DEBUG, "Cannot make sense of {0}: {1}", name, fromTheFuture.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " in " + place.describe(), e);
        }
    }
}
