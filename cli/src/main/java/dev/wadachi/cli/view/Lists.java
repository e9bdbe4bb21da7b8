package dev.wadachi.cli.view;

import dev.wadachi.store.Commit;
import dev.wadachi.store.Metric;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is known about runs and results, as tables.
final class Lists {

    private Lists() {}

    /// Each run, newest first.
    static Table runs(Store store) {
        return Table.of(Run.class, store.runs().newestFirst().map(Run::of).toList());
    }

    /// Each result, in no order.
    static Table results(Store store) {
        List<Result> rows = new ArrayList<>();
        store.traces().forEachOwn(recorded -> rows.add(Result.of(recorded)));
        return Table.of(Result.class, rows);
    }

    /// The parameters of runs, and of results.
    static Table parameters(Store store) {
        List<Parameter> rows = new ArrayList<>();
        store.runs()
                .newestFirst()
                .forEach(run -> run.start()
                        .parameters()
                        .forEach((name, value) ->
                                rows.add(new Parameter(run.id().shortText(), null, null, name, value))));
        store.traces()
                .forEachOwn(recorded -> recorded.trace()
                        .inputs()
                        .parameters()
                        .forEach((name, value) -> rows.add(new Parameter(
                                runOf(recorded.trace()),
                                recorded.trace().key().task(),
                                resultOf(recorded.trace()),
                                name,
                                value))));
        return Table.of(Parameter.class, rows);
    }

    /// The metrics that results came with.
    static Table metrics(Store store) {
        List<Measured> rows = new ArrayList<>();
        store.traces()
                .forEachOwn(recorded -> recorded.trace()
                        .notes()
                        .metrics()
                        .forEach(metric -> rows.add(Measured.of(recorded.trace(), metric))));
        return Table.of(Measured.class, rows);
    }

    private static String runOf(Trace trace) {
        return trace.origin().run().shortText();
    }

    private static String resultOf(Trace trace) {
        return trace.output().digest().shortHex();
    }

    /// @param seconds null while it is not known
    private record Run(
            String run,
            Instant started,
            @Nullable Double seconds,
            String state,
            String pipeline,
            String goals,
            String user,
            String host,
            @Nullable String commit,
            long seed,
            String command) {

        static Run of(RunRecord run) {
            return new Run(
                    run.id().shortText(),
                    run.started(),
                    run.took().map(took -> took.toNanos() / 1e9).orElse(null),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.start().pipeline(),
                    String.join(" ", run.start().goals()),
                    run.start().user(),
                    run.process().host(),
                    run.start().repository().map(Commit::hash).orElse(null),
                    run.start().seed(),
                    String.join(" ", run.start().commandLine()));
        }
    }

    private record Result(
            String result,
            String task,
            String run,
            Instant computed,
            double seconds,
            double cpuSeconds,
            long bytes,
            String codec,
            String key) {

        static Result of(Recorded recorded) {
            Trace trace = recorded.trace();
            return new Result(
                    resultOf(trace),
                    trace.key().task(),
                    runOf(trace),
                    trace.origin().started(),
                    trace.cost().wallSeconds(),
                    trace.cost().cpuSeconds(),
                    trace.output().bytes(),
                    trace.codec(),
                    trace.key().digest().shortHex());
        }
    }

    /// @param task null for a parameter of the run itself
    private record Parameter(
            String run, @Nullable String task, @Nullable String result, String parameter, String value) {}

    private record Measured(
            String run,
            String task,
            String result,
            String metric,
            @Nullable Long step,
            double value) {

        static Measured of(Trace trace, Metric metric) {
            return new Measured(
                    runOf(trace),
                    trace.key().task(),
                    resultOf(trace),
                    metric.name(),
                    metric.position().isPresent() ? (Long) metric.position().getAsLong() : null,
                    metric.value());
        }
    }
}
