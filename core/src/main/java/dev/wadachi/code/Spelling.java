package dev.wadachi.code;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Short names for methods, wherever one short name means one method; full names elsewhere.
///
/// @param ambiguous short names that mean several
record Spelling(Set<String> ambiguous) {

    static Spelling of(Collection<String> some, Collection<String> others) {
        Map<String, String> full = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (Collection<String> names : List.of(some, others)) {
            for (String name : names) {
                String known = full.putIfAbsent(Display.simpleMethod(name), name);
                if (known != null && !known.equals(name)) {
                    ambiguous.add(Display.simpleMethod(name));
                }
            }
        }
        return new Spelling(ambiguous);
    }

    String of(String fullName) {
        String simple = Display.simpleMethod(fullName);
        return ambiguous.contains(simple) ? fullName : simple;
    }
}
