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
///
/// For one thread and one query: which tasks there are is asked once.
public final class KeptTables implements NamedTables {

    private static final Map<String, Function<Store, Table>> LISTS = Map.of(
            "runs", Lists::runs,
            "results", Lists::results,
            "parameters", Lists::parameters,
            "metrics", Lists::metrics);

    private final Store store;
    private @Nullable SortedSet<String> tasks;

    /// @param store stays open for as long as the tables are read
    public KeptTables(Store store) {
        this.store = store;
    }

    @Override
    public Optional<Table> find(String name) {
        int bracket = name.indexOf('(');
        if (bracket > 0 && name.endsWith(")")) {
            return ofPoint(name.substring(0, bracket), name.substring(bracket + 1, name.length() - 1));
        }
        Optional<Table> result = ofResult(name);
        if (result.isPresent()) {
            return result;
        }
        Function<Store, Table> list = LISTS.get(name.toLowerCase(Locale.ROOT));
        return list == null ? Optional.empty() : Optional.of(list.apply(store));
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
        String known =
                tasks().stream().filter(task::equalsIgnoreCase).findFirst().orElse(task);
        return run.isEmpty()
                ? KeptResults.newest(known, store)
                : store.runs()
                        .find(run)
                        .flatMap(found ->
                                KeptResults.ofRun(found, known, store).stream().findFirst());
    }

    private Optional<Table> ofPoint(String task, String parameters) {
        List<Recorded> points = Points.of(task, store);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        return parameters.strip().equals("*")
                ? Points.table(points, store)
                : points.stream()
                        .filter(recorded -> Points.has(recorded, parameters))
                        .findFirst()
                        .flatMap(recorded -> KeptTable.of(recorded, store));
    }
}
