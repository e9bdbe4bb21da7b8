package dev.wadachi.code;

import java.util.List;
import java.util.Optional;

/// One method, static initialiser or type that differs between two code signatures.
///
/// @param name as a person writes it: `Fit.fit(Table, Algorithm)`
/// @param where its file and first line, `Fit.java:41`; empty for what is gone
/// @param callers how the task comes to it, the direct caller first and the task's own method last; empty for what
///     is gone and for what the task itself starts with
public record MethodChange(String name, Optional<String> where, List<String> callers) {

    public MethodChange {
        callers = List.copyOf(callers);
    }

    /// One line: `Fit.fit(Table, Algorithm)  Fit.java:41, called from Train.run`.
    public String text() {
        String place = where.map(file -> "  " + file).orElse("");
        if (callers.isEmpty()) {
            return name + place;
        }
        return name + place + (place.isEmpty() ? "  " : ", ") + "called from " + withoutParameters(callers.getFirst());
    }

    private static String withoutParameters(String method) {
        int parameters = method.lastIndexOf('(');
        return parameters < 0 ? method : method.substring(0, parameters);
    }
}
