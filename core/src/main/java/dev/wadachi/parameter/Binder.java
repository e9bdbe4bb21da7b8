package dev.wadachi.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One binding: collects problems to the end, and makes records only when there are none.
final class Binder {

    private static final long MOST = 10_000;

    private final Class<? extends Record> type;
    private final List<Field> fields;
    private final Today today;
    private final Set<Problem> problems = new LinkedHashSet<>();

    Binder(Class<? extends Record> type, List<Field> fields, Today today) {
        this.type = type;
        this.fields = fields;
        this.today = today;
    }

    List<Record> bind(Map<String, List<String>> options) {
        options.keySet().forEach(this::checkKnown);
        List<List<Object>> values =
                fields.stream().map(field -> values(field, options)).toList();
        long points = values.stream().mapToLong(List::size).reduce(1, Binder::product);
        if (points > MOST) {
            problems.add(new Problem("", "the sweep has more than " + MOST + " combinations; sweep over less"));
        }
        report();
        List<Record> records = new ArrayList<>();
        for (Object[] point : combinations(values)) {
            make(point, records);
        }
        report();
        return List.copyOf(records);
    }

    private static long product(long one, long other) {
        return Math.min(one * other, MOST + 1);
    }

    private void report() {
        if (!problems.isEmpty()) {
            throw new BadParametersException(type.getSimpleName(), List.copyOf(problems));
        }
    }

    private void checkKnown(String name) {
        if (fields.stream().noneMatch(field -> Fields.isNamed(field, name))) {
            List<String> names = fields.stream().map(Fields::option).toList();
            String known = names.isEmpty() ? "; there are none" : "; there are --" + String.join(", --", names);
            problems.add(new Problem(
                    "--" + name,
                    "is no parameter of " + type.getSimpleName()
                            + Nearest.to(name, names)
                                    .map(near -> "; did you mean --" + near + "?")
                                    .orElse(known)));
        }
    }

    /// The values of one component; empty, with a problem, where the texts are not right.
    private List<Object> values(Field field, Map<String, List<String>> options) {
        List<String> names = options.keySet().stream()
                .filter(name -> Fields.isNamed(field, name))
                .toList();
        List<String> texts = names.stream()
                .flatMap(name -> options.getOrDefault(name, List.of()).stream())
                .toList();
        try {
            return names.isEmpty() ? List.of(defaulted(field)) : given(field, texts);
        } catch (TextException e) {
            e.problems().forEach(problem -> problems.add(problem.within("--" + Fields.option(field))));
            return List.of();
        }
    }

    private Object defaulted(Field field) {
        String text =
                field.defaulted().orElseThrow(() -> new TextException("is missing: give " + Expected.of(field.kind())));
        return TextForm.parse(field.kind(), text, today);
    }

    private List<Object> given(Field field, List<String> texts) {
        if (texts.isEmpty()) {
            if (isSwitch(field.kind())) {
                return List.of(TextForm.parse(field.kind(), "true", today));
            }
            throw new TextException("needs a value: " + Expected.of(field.kind()));
        }
        return switch (field.kind()) {
            case Kind.OfList _, Kind.OfSet _ -> collections(field.kind(), texts);
            case Kind.OfScalar _, Kind.OfEnum _, Kind.OfRecord _, Kind.OfSealed _, Kind.OfOptional _, Kind.OfMap _ ->
                single(field, texts);
        };
    }

    private static boolean isSwitch(Kind kind) {
        return switch (kind) {
            case Kind.OfScalar(Scalar scalar) -> scalar == Scalar.BOOLEAN;
            case Kind.OfOptional(Kind element) -> isSwitch(element);
            case Kind.OfEnum _, Kind.OfRecord _, Kind.OfSealed _, Kind.OfList _, Kind.OfSet _, Kind.OfMap _ -> false;
        };
    }

    private List<Object> single(Field field, List<String> texts) {
        if (texts.size() > 1) {
            throw new TextException("is given " + texts.size() + " times (" + String.join(" and ", texts)
                    + "); for a sweep write a comma between the values");
        }
        return new Sweep(field.kind(), today, field.every()).values(texts.getFirst());
    }

    /// The option repeated is one collection; a single text sweeps over collections, where one in no brackets is that
    /// of its element or range.
    private List<Object> collections(Kind kind, List<String> texts) {
        if (texts.size() == 1) {
            return TermReader.split(texts.getFirst()).stream()
                    .map(piece -> collection(kind, piece))
                    .toList();
        }
        Kind element = elementOf(kind);
        List<Object> elements = new ArrayList<>();
        for (String text : texts) {
            if (TermReader.split(text).size() > 1 || text.strip().startsWith("[")) {
                throw new TextException("is given " + texts.size() + " times, once as " + text + "; write one list: ["
                        + String.join(",", texts) + "]");
            }
            elements.addAll(TextForm.sweep(element, text, today));
        }
        return List.of(TextParser.collection(kind, elements));
    }

    private Object collection(Kind kind, String piece) {
        return piece.strip().startsWith("[")
                ? TextForm.parse(kind, piece, today)
                : TextParser.collection(kind, TextForm.sweep(elementOf(kind), piece, today));
    }

    private static Kind elementOf(Kind collection) {
        return switch (collection) {
            case Kind.OfList(Kind element) -> element;
            case Kind.OfSet(Kind element) -> element;
            case Kind.OfScalar _, Kind.OfEnum _, Kind.OfRecord _, Kind.OfSealed _, Kind.OfOptional _, Kind.OfMap _ ->
                collection;
        };
    }

    private static List<Object[]> combinations(List<List<Object>> values) {
        List<Object[]> points = new ArrayList<>();
        points.add(new Object[values.size()]);
        for (int i = 0; i < values.size(); i++) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] point : points) {
                for (Object value : values.get(i)) {
                    Object[] copy = point.clone();
                    copy[i] = value;
                    longer.add(copy);
                }
            }
            points = longer;
        }
        return points;
    }

    private void make(Object[] point, List<Record> records) {
        try {
            records.add((Record) RecordAccess.of(type).create(point));
        } catch (RuntimeException e) {
            problems.add(new Problem(shown(point), Reason.of(e)));
        }
    }

    /// The combination that a constructor refused.
    private String shown(Object[] point) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach(
                field -> texts.put("--" + Fields.option(field), TextForm.print(field.kind(), point[field.index()])));
        return texts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
