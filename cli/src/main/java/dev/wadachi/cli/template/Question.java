package dev.wadachi.cli.template;

import dev.wadachi.cli.project.Suggestion;
import java.util.List;

/// What a team's template asks of a new project.
sealed interface Question {

    /// How the answer is called in `{{name}}`.
    String name();

    /// What is taken where nobody answers; it may hold placeholders of questions before it.
    String proposal();

    /// What to ask a person.
    String text();

    /// What is wrong with an answer; nothing if it can be taken.
    List<String> problemsOf(String answer);

    /// Any text.
    record Free(String name, String proposal) implements Question {

        private static final String PACKAGE = "package";

        @Override
        public String text() {
            return name;
        }

        @Override
        public List<String> problemsOf(String answer) {
            return name.equals(PACKAGE) ? Answers.problemsOfPackage(answer) : List.of();
        }
    }

    /// One of some words.
    record Choice(String name, List<String> choices) implements Question {

        /// Keeps an unmodifiable copy.
        public Choice {
            choices = List.copyOf(choices);
        }

        @Override
        public String proposal() {
            return choices.getFirst();
        }

        @Override
        public String text() {
            return name + " (" + String.join(", ", choices) + ")";
        }

        @Override
        public List<String> problemsOf(String answer) {
            return choices.contains(answer)
                    ? List.of()
                    : List.of(name + " cannot be " + answer + Suggestion.of(answer, choices));
        }
    }
}
