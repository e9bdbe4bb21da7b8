package dev.wadachi.cli.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Dialog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterviewTest {

    private final List<String> told = new ArrayList<>();

    /// Somebody who answers these, one after the other, and then leaves.
    private Dialog answering(String... answers) {
        Iterator<String> next = List.of(answers).iterator();
        return new Dialog() {
            @Override
            public Optional<String> answer(String question) {
                told.add(question);
                return next.hasNext() ? Optional.of(next.next()) : Optional.empty();
            }

            @Override
            public void tell(String line) {
                told.add(line);
            }
        };
    }

    private static String packageOf(Interview interview) {
        return interview.said(null, "package", "com.example.shop", Answers::problemsOfPackage);
    }

    @Test
    void who_answers_wrongly_is_told_why_and_asked_again() {
        Interview interview = new Interview(answering("Com.Shop", " jp.shop "));

        assertThat(packageOf(interview)).isEqualTo("jp.shop");
        assertThat(told)
                .containsExactly(
                        "package [com.example.shop]",
                        "the package 'Com.Shop' is not made of small words of Java between dots; such as com.example.demand",
                        "package [com.example.shop]");
        interview.refuseProblems();
    }

    @Test
    void no_answer_and_nobody_take_the_proposal() {
        assertThat(packageOf(new Interview(answering("")))).isEqualTo("com.example.shop");
        assertThat(packageOf(new Interview(Dialog.NOBODY))).isEqualTo("com.example.shop");
    }

    @Test
    void a_proposal_that_cannot_be_taken_is_refused_where_nobody_answers() {
        Interview interview = new Interview(Dialog.NOBODY);

        interview.said(null, "package", "com.example.my-shop", Answers::problemsOfPackage);

        assertThatThrownBy(interview::refuseProblems)
                .hasMessageStartingWith("the package 'com.example.my-shop' is not");
    }

    @Test
    void an_option_is_not_asked_for_and_its_problems_are_collected() {
        Interview interview = new Interview(answering("never"));

        interview.said("java.shop", "package", "com.example.shop", Answers::problemsOfPackage);
        interview.problem("and more");

        assertThat(told).isEmpty();
        assertThatThrownBy(interview::refuseProblems)
                .isInstanceOf(BadInput.class)
                .hasMessage("the package java.shop belongs to somebody else; such as com.example.demand\nand more");
    }
}
