package dev.wadachi.parameter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Terms as values.
final class TextParser {

    private final Today today;

    TextParser(Today today) {
        this.today = today;
    }

    Object parse(Kind kind, String text) {
        boolean quoted = text.startsWith("\"") || text.startsWith("'");
        boolean plain = TextForm.isPlain(kind)
                && !quoted
                && !(kind instanceof Kind.OfRecord record && OwnText.looksGeneral(record, text));
        return value(kind, plain ? Term.word(text) : TermReader.read(text));
    }

    private Object value(Kind kind, Term term) {
        return switch (kind) {
            case Kind.OfScalar(Scalar scalar) -> scalar(scalar, term);
            case Kind.OfEnum choice -> choice(choice, wordOf(term, "one of " + String.join(", ", choice.names())));
            case Kind.OfRecord record -> record(record, term);
            case Kind.OfSealed sealed -> variant(sealed, term);
            case Kind.OfOptional(Kind element) -> isNone(term) ? Optional.empty() : Optional.of(value(element, term));
            case Kind.OfList(Kind element) -> collection(kind, items(element, term));
            case Kind.OfSet(Kind element) -> collection(kind, items(element, term));
            case Kind.OfMap(Kind key, Kind element) -> map(key, element, term);
        };
    }

    private static boolean isNone(Term term) {
        return term instanceof Term.Word(String text, boolean quoted)
                && !quoted
                && text.strip().equals(TextPrinter.NONE);
    }

    private static String wordOf(Term term, String expected) {
        if (term instanceof Term.Word(String text, boolean _)) {
            return text;
        }
        throw new TextException(term.print() + " is not " + expected);
    }

    private Object scalar(Scalar scalar, Term term) {
        String word = wordOf(term, scalar.expected());
        String text = scalar == Scalar.STRING || scalar == Scalar.CHAR ? word : word.strip();
        try {
            return today.find(scalar, text).orElseGet(() -> scalar.parse(text));
        } catch (RuntimeException e) {
            throw new TextException(Term.word(text).print() + " is not " + scalar.expected());
        }
    }

    private static Object choice(Kind.OfEnum choice, String word) {
        String text = word.strip();
        Optional<Object> exact = choice.constant(text);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<String> alike = choice.names().stream()
                .filter(name -> Names.kebab(name).equals(Names.kebab(text)))
                .toList();
        if (alike.size() == 1) {
            return choice.constant(alike.getFirst()).orElseThrow();
        }
        throw new TextException(notOneOf(text, choice.names()));
    }

    static String notOneOf(String text, List<String> allowed) {
        return Term.word(text).print() + " is not one of " + String.join(", ", allowed)
                + Nearest.to(text, allowed)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    private Object variant(Kind.OfSealed sealed, Term term) {
        List<String> names =
                sealed.variants().stream().map(Kind.OfRecord::textName).toList();
        String name = switch (term) {
            case Term.Word(String text, boolean _) -> text.strip();
            case Term.Call(String called, List<Term.Argument> _) -> called;
            case Term.Items _, Term.Entries _ ->
                throw new TextException(term.print() + " is not one of " + String.join(", ", names));
        };
        return sealed.variants().stream()
                .filter(variant -> isNamed(variant, name))
                .findFirst()
                .map(variant -> call(variant, term))
                .orElseThrow(() -> new TextException(notOneOf(name, names)));
    }

    private static boolean isNamed(Kind.OfRecord record, String name) {
        return record.textName().equals(name) || record.name().matches(name);
    }

    private Object record(Kind.OfRecord record, Term term) {
        boolean general = term instanceof Term.Call(String name, List<Term.Argument> _) && isNamed(record, name);
        return record.ownText().isPresent() && !general
                ? record.ownText()
                        .get()
                        .parse(record, wordOf(term, "a " + record.type().getSimpleName()))
                : call(record, term);
    }

    private Object call(Kind.OfRecord record, Term term) {
        List<Term.Argument> arguments = switch (term) {
            case Term.Word(String word, boolean _) when isNamed(record, word.strip()) -> List.of();
            case Term.Call(String name, List<Term.Argument> all) when isNamed(record, name) -> all;
            case Term.Word _, Term.Call _, Term.Items _, Term.Entries _ ->
                throw new TextException(term.print() + " is not " + Expected.signature(record));
        };
        List<Problem> problems = new ArrayList<>(unknown(record, arguments));
        Object[] values = new Object[record.fields().size()];
        for (Field field : record.fields()) {
            try {
                values[field.index()] = component(record, field, arguments);
            } catch (TextException e) {
                e.problems()
                        .forEach(problem ->
                                problems.add(problem.within(field.name().current())));
            }
        }
        if (!problems.isEmpty()) {
            throw new TextException(problems);
        }
        return create(record, values, term);
    }

    private static Object create(Kind.OfRecord record, Object[] values, Term term) {
        try {
            return record.create(values);
        } catch (RuntimeException e) {
            throw new TextException(term.print() + " is refused: " + Reason.of(e));
        }
    }

    private Object component(Kind.OfRecord record, Field field, List<Term.Argument> arguments) {
        List<Term.Argument> given = arguments.stream()
                .filter(argument -> Fields.isNamed(field, argument.name()))
                .toList();
        if (given.size() > 1) {
            throw new TextException("is given " + given.size() + " times");
        }
        if (!given.isEmpty()) {
            return value(field.kind(), given.getFirst().value());
        }
        String text =
                field.defaulted().orElseThrow(() -> new TextException("is missing in " + Expected.signature(record)));
        return parse(field.kind(), text);
    }

    private static List<Problem> unknown(Kind.OfRecord record, List<Term.Argument> arguments) {
        List<String> names =
                record.fields().stream().map(field -> field.name().current()).toList();
        return arguments.stream()
                .map(Term.Argument::name)
                .filter(name -> record.fields().stream().noneMatch(field -> Fields.isNamed(field, name)))
                .map(name -> new Problem(
                        name,
                        "is no component of " + Expected.signature(record)
                                + Nearest.to(name, names)
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("")))
                .toList();
    }

    private List<Object> items(Kind element, Term term) {
        if (!(term instanceof Term.Items(List<Term> items))) {
            throw new TextException(term.print() + " is not a list such as [a,b]");
        }
        List<Object> values = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Term item : items) {
            try {
                values.addAll(item(element, item));
            } catch (TextException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new TextException(problems);
        }
        return values;
    }

    /// One element, or those of a range.
    private List<Object> item(Kind element, Term item) {
        return item instanceof Term.Word(String text, boolean quoted) && !quoted && Sweep.isRange(element, text)
                ? new Sweep(element, today, null).values(text)
                : List.of(value(element, item));
    }

    /// The elements as the list, or sorted as the set, that the kind is of.
    static Object collection(Kind kind, List<Object> elements) {
        return kind instanceof Kind.OfSet(Kind element)
                ? Collections.unmodifiableSet(new LinkedHashSet<>(Order.sorted(element, new LinkedHashSet<>(elements))))
                : List.copyOf(elements);
    }

    private Map<Object, Object> map(Kind key, Kind element, Term term) {
        if (!(term instanceof Term.Entries(List<Term.Entry> entries))) {
            throw new TextException(term.print() + " is not a map such as {a=1,b=2}");
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Term.Entry entry : entries) {
            if (values.put(value(key, entry.key()), value(element, entry.value())) != null) {
                throw new TextException(
                        term.print() + " has the key " + entry.key().print() + " twice");
            }
        }
        return sorted(key, values);
    }

    /// In the order of its keys, so that a body that iterates sees the same order always.
    static Map<Object, Object> sorted(Kind key, Map<Object, Object> values) {
        Map<Object, Object> sorted = new LinkedHashMap<>();
        Order.sorted(key, values.keySet()).forEach(name -> sorted.put(name, Order.get(values, name)));
        return Collections.unmodifiableMap(sorted);
    }
}
