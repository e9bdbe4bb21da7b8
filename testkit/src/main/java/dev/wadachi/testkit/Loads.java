package dev.wadachi.testkit;

import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import dev.wadachi.task.Violation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The values of the tasks that were loaded, by object, and the chain of those that are at it.
final class Loads {

    private final IdentityHashMap<Task<?>, Object> values = new IdentityHashMap<>();
    private final Deque<Task<?>> chain = new ArrayDeque<>();
    private @Nullable Thread thread;

    /// The value of a task, which is run if it was not yet.
    ///
    /// @param contexts what its body is given
    @SuppressWarnings("unchecked") // a task's value is kept under the task
    <T> T value(Task<T> task, Function<Task<?>, Context> contexts) {
        checkThread();
        Object known = values.get(task);
        if (known == null) {
            known = run(task, contexts.apply(task));
            values.put(task, known);
        }
        return (T) known;
    }

    private <T> T run(Task<T> task, Context in) {
        if (chain.stream().anyMatch(open -> open == task)) {
            throw new DirectFailure("A task loads itself: " + names() + " → " + name(task) + ".");
        }
        chain.addLast(task);
        try {
            return checked(task, task.run(in));
        } catch (DirectFailure e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DirectFailure(names() + " was interrupted.", e);
        } catch (Exception e) {
            throw new DirectFailure(names() + " failed: " + e, e);
        } finally {
            chain.removeLast();
        }
    }

    private <T> T checked(Task<T> task, @Nullable T value) {
        if (value == null) {
            throw new DirectFailure(names() + " returned null; a task without a value returns new Done().");
        }
        List<Violation> broken = task.expects().check(value).stream()
                .filter(violation -> violation.level() == Violation.Level.REFUSE)
                .toList();
        if (!broken.isEmpty()) {
            throw new DirectFailure(broken.stream()
                    .map(violation -> "\n  " + violation)
                    .collect(Collectors.joining("", names() + " gave a value that is not as expected:", "")));
        }
        return value;
    }

    private void checkThread() {
        Thread current = Thread.currentThread();
        thread = Objects.requireNonNullElse(thread, current);
        if (thread != current) {
            throw new IllegalStateException("A body may load only from the thread that runs it, but this is "
                    + current.getName() + "; load first, and hand the values to threads of your own.");
        }
    }

    private String names() {
        return chain.stream().map(Loads::name).collect(Collectors.joining(" → "));
    }

    private static String name(Task<?> task) {
        return TaskName.of(task.getClass());
    }
}
