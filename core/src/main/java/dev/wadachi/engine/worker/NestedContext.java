package dev.wadachi.engine.worker;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.Context;
import dev.wadachi.task.Part;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A body's context as a nested run sees it: its metrics and log lines stand under the nested run's name.
///
/// @param parent the context around it
/// @param name the nested run's name
public record NestedContext(Context parent, String name) implements Context {

    private String under(String metric) {
        return name + "/" + metric;
    }

    @Override
    public <T> T load(Task<T> task) {
        return parent.load(task);
    }

    @Override
    public <R extends Record, P> P load(Task<R> task, Part<R, P> part) {
        return parent.load(task, part);
    }

    @Override
    public void metric(String metric, double value) {
        parent.metric(under(metric), value);
    }

    @Override
    public void metric(String metric, double value, long step) {
        parent.metric(under(metric), value, step);
    }

    @Override
    public void progress(double share, String message) {
        parent.progress(share, under(message));
    }

    @Override
    public void log(String line) {
        parent.log(under(line));
    }

    @Override
    public RandomGenerator random() {
        return parent.random();
    }

    @Override
    public Path scratch() {
        return parent.scratch();
    }

    @Override
    public Path checkpoint() {
        return parent.checkpoint();
    }

    @Override
    public Digest occasion() {
        return parent.occasion();
    }

    @Override
    public List<Integer> gpus() {
        return parent.gpus();
    }

    @Override
    public Context child(String inner, Map<String, ?> parameters) {
        return parent.child(under(inner), parameters);
    }

    @Override
    public Path path(String relative) {
        return parent.path(relative);
    }

    @Override
    public <R> R resource(Class<R> type, String resource) {
        return parent.resource(type, resource);
    }
}
