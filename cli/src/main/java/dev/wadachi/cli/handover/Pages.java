package dev.wadachi.cli.handover;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks at what a person reads first: the README with its questions, the page about the data, the review checklist.
final class Pages {

    static final String README = "README.md";

    private static final String DATA = "data/README.md";
    private static final String REVIEW = "REVIEW.md";

    /// What a hand-over answers, by a heading in English or Japanese, with what belongs there.
    private static final Map<Pattern, List<String>> QUESTIONS = questions();

    private Pages() {}

    static List<Lack> lacks(Path root) {
        List<Lack> lacks = new ArrayList<>();
        Optional<Page> readme = Page.in(root.resolve(README));
        if (readme.isEmpty()) {
            lacks.add(
                    new Lack(README, "there is none", "write one with the headings " + String.join(", ", headings())));
        } else {
            QUESTIONS.forEach((heading, question) ->
                    answer(readme.get(), heading, question).ifPresent(lacks::add));
        }
        Page.in(root.resolve(DATA))
                .ifPresentOrElse(
                        page -> page.sections().values().stream()
                                .flatMap(text -> Page.open(text).stream())
                                .findFirst()
                                .ifPresent(
                                        line -> lacks.add(new Lack(DATA, "says: " + line, "describe the data there"))),
                        () -> lacks.add(new Lack(
                                DATA,
                                "there is none",
                                "name each file of data there: what a row is, whence, since when")));
        if (!Files.isRegularFile(root.resolve(REVIEW))) {
            lacks.add(new Lack(REVIEW, "there is none", "write down what a review looks at"));
        }
        return lacks;
    }

    private static Optional<Lack> answer(Page readme, Pattern heading, List<String> question) {
        String name = question.getFirst();
        Optional<String> section = readme.section(heading);
        if (section.isEmpty()) {
            return Optional.of(
                    new Lack(README, "there is no section " + name, "add \"## " + name + "\": " + question.getLast()));
        }
        if (section.get().isBlank()) {
            return Optional.of(new Lack(README, "the section " + name + " is empty", question.getLast()));
        }
        return Page.open(section.get())
                .map(line -> new Lack(
                        README,
                        "the section " + name + " says: " + line,
                        question.getLast() + "; then delete that line"));
    }

    private static List<String> headings() {
        return QUESTIONS.values().stream().map(List::getFirst).toList();
    }

    private static Map<Pattern, List<String>> questions() {
        Map<Pattern, List<String>> questions = new LinkedHashMap<>();
        put(questions, "purpose|目的", "Purpose", "who decides what with the result");
        put(questions, "\\binput|入力", "Input", "the columns, their types and meaning");
        put(questions, "\\boutput|出力", "Output", "what is handed on, to whom, how often");
        put(questions, "configuration|settings|設定", "Configuration", "what can be set, and where");
        put(questions, "\\bdata\\b|データ", "Data", "how somebody new gets the data");
        put(questions, "environment|install|環境", "Environment", "how the environment is built");
        put(questions, "run it|usage|実行|使い方", "Run it", "a command, with what it prints");
        put(questions, "accuracy|score|精度", "Accuracy", "the score, with the run that it is from");
        return Collections.unmodifiableMap(questions);
    }

    private static void put(Map<Pattern, List<String>> questions, String heading, String name, String answer) {
        questions.put(Pattern.compile(heading), List.of(name, answer));
    }
}
