package dev.wadachi.cli.view;

import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.table.NamedTables;
import dev.wadachi.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything that is kept, as tables by name.
///
/// | name | rows |
/// |---|---|
/// | `Features` | the newest result of the task |
/// | `"Features@7f3a"` | what it was in a run |
/// | `"Score(week=2021-08-02)"` | its newest result with these parameters |
/// | `"Score(*)"` | its newest result for each point of its parameters, which stand in front |
/// | `"Split.train"` | one component of a result that is a record of tables |
/// | `runs`, `results`, `parameters`, `metrics` | what is known about all of them |
/// | `"@runs"`, … | the same, where a task has that name |
///
/// A task that was renamed has its name of today as well. For one thread and one query: which tasks there are is asked
/// once.
public final class KeptTables implements NamedTables {

    private static final Map<String, Function<Store, Table>> LISTS = Map.of(
            "runs", Lists::runs,
            "results", Lists::results,
            "parameters", Lists::parameters,
            "metrics", Lists::metrics);

    /// Stands before the name of a list that a task has as well.
    private static final String LIST = "@";

    private static final int EXAMPLES = 5;

    private final Store store;
    private final Function<String, List<String>> older;
    private final SortedSet<String> hidden = new TreeSet<>();
    private @Nullable SortedSet<String> tasks;

    /// @param store stays open for as long as the tables are read
    /// @param older what renamed tasks are kept as, by a name of today in whatever case
    public KeptTables(Store store, Function<String, List<String>> older) {
        this.store = store;
        this.older = older;
    }

    @Override
    public Optional<Table> find(String name) {
        int bracket = name.indexOf('(');
        if (bracket > 0 && name.endsWith(")")) {
            return ofPoint(name.substring(0, bracket), name.substring(bracket + 1, name.length() - 1));
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.startsWith(LIST)) {
            return list(lower.substring(LIST.length()));
        }
        Optional<Table> result = ofResult(name);
        if (result.isPresent() && LISTS.containsKey(lower)) {
            hidden.add(lower);
        }
        return result.or(() -> list(lower));
    }

    private Optional<Table> list(String name) {
        return Optional.ofNullable(LISTS.get(name)).map(list -> list.apply(store));
    }

    /// What whoever asks should know of the tables that were found.
    public List<String> remarks() {
        return hidden.stream()
                .map(name ->
                        "\"" + name + "\" is the result of the task of that name; the list is \"" + LIST + name + "\"")
                .toList();
    }

    @Override
    public Collection<String> names() {
        SortedSet<String> names = new TreeSet<>(LISTS.keySet());
        names.addAll(tasks());
        return names;
    }

    private SortedSet<String> tasks() {
        SortedSet<String> known = tasks;
        if (known == null) {
            known = store.traces().tasks();
            tasks = known;
        }
        return known;
    }

    private Optional<Table> ofResult(String name) {
        int at = name.indexOf('@');
        String task = at < 0 ? name : name.substring(0, at);
        Optional<Recorded> whole = recorded(task, at < 0 ? "" : name.substring(at + 1));
        if (whole.isPresent()) {
            return KeptTable.of(whole.get(), store);
        }
        int dot = task.lastIndexOf('.');
        return dot < 1
                ? Optional.empty()
                : recorded(task.substring(0, dot), at < 0 ? "" : name.substring(at + 1))
                        .flatMap(recorded -> KeptTable.ofPart(recorded, task.substring(dot + 1), store));
    }

    /// @param run empty for the newest result
    private Optional<Recorded> recorded(String task, String run) {
        String known = known(task);
        if (run.isEmpty()) {
            return KeptResults.newest(known, store);
        }
        Optional<Recorded> ofRun = store.runs()
                .find(run)
                .flatMap(
                        found -> KeptResults.ofRun(found, known, store).stream().findFirst());
        if (ofRun.isEmpty() && tasks().contains(known)) {
            throw new NoSuchTable((store.runs().find(run).isEmpty()
                            ? "there is no run " + run
                            : "the run " + run + " had no " + known)
                    + "; runs that had it: " + runsWith(known));
        }
        return ofRun;
    }

    private String runsWith(String task) {
        return store.runs()
                .newestFirst()
                .filter(run -> !KeptResults.ofRun(run, task, store).isEmpty())
                .limit(EXAMPLES + 1L)
                .map(run -> run.id().shortText())
                .collect(shortened());
    }

    private Optional<Table> ofPoint(String task, String parameters) {
        List<Recorded> points = Points.of(known(task), store);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        if (parameters.strip().equals("*")) {
            return Points.table(points, store);
        }
        Recorded point = points.stream()
                .filter(recorded -> Points.has(recorded, parameters))
                .findFirst()
                .orElseThrow(() -> new NoSuchTable("no result of " + known(task) + " has the parameters " + parameters
                        + "; there are: "
                        + points.stream()
                                .map(recorded -> KeptResults.label(recorded.trace()))
                                .collect(shortened())));
        return KeptTable.of(point, store);
    }

    /// A task's name as it is written, whatever the case of its letters in a query.
    private String known(String task) {
        return tasks().stream()
                .filter(task::equalsIgnoreCase)
                .findFirst()
                .or(() -> older(task))
                .orElse(task);
    }

    /// The lists' names are not looked for among the classes, which may have to be compiled for that.
    private Optional<String> older(String task) {
        return LISTS.containsKey(task.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : older.apply(task).stream().findFirst();
    }

    private static Collector<String, ?, String> shortened() {
        return Collectors.collectingAndThen(
                Collectors.toList(),
                names -> names.stream().limit(EXAMPLES).collect(Collectors.joining(", "))
                        + (names.size() > EXAMPLES ? ", …" : ""));
    }
}
