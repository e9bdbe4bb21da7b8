package dev.wadachi.task;

import java.util.ArrayList;
import java.util.List;

/// What must hold for a value of type T. Asked before the value is stored.
///
/// @param <T> the type of the value
@FunctionalInterface
public interface Expectations<T> {

    /// Everything about the value that is not as expected; empty when all is well.
    List<Violation> check(T value);

    /// Whether an empty value is fine, where the value's codec would refuse it.
    default boolean allowsEmpty() {
        return false;
    }

    /// These expectations and others.
    default Expectations<T> and(Expectations<? super T> others) {
        Expectations<T> first = this;
        return new Expectations<>() {
            @Override
            public List<Violation> check(T value) {
                List<Violation> all = new ArrayList<>(first.check(value));
                all.addAll(others.check(value));
                return List.copyOf(all);
            }

            @Override
            public boolean allowsEmpty() {
                return first.allowsEmpty() || others.allowsEmpty();
            }
        };
    }

    /// Nothing is expected.
    static <T> Expectations<T> none() {
        return value -> List.of();
    }

    /// Nothing is expected, not even that the value holds anything.
    static <T> Expectations<T> allowEmpty() {
        return new Expectations<>() {
            @Override
            public List<Violation> check(T value) {
                return List.of();
            }

            @Override
            public boolean allowsEmpty() {
                return true;
            }
        };
    }
}
