package dev.wadachi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// User's code can be told to stop, and only it.
class StoppableTest {

    @Test
    void an_interrupt_reaches_the_users_code_alone() throws InterruptedException {
        var stoppable = new Stoppable();
        stoppable.enter();
        stoppable.stop(Stoppable.Reason.CANCELLED);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(stoppable.leave()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void outside_it_there_is_no_interrupt_but_it_is_not_entered_again() {
        var stoppable = new Stoppable();
        stoppable.stop(Stoppable.Reason.TIMEOUT);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThatThrownBy(stoppable::enter).isInstanceOf(InterruptedException.class);
    }

    @Test
    void nobody_wants_what_comes_from_code_that_was_left_behind() throws InterruptedException {
        var stoppable = new Stoppable();
        stoppable.enter();
        stoppable.stop(Stoppable.Reason.CANCELLED);
        assertThat(stoppable.leaveBehind()).isTrue();
        assertThat(stoppable.leave()).isFalse();
        assertThat(stoppable.isLeftBehind()).isTrue();
    }

    @Test
    void code_that_answered_is_not_left_behind() throws InterruptedException {
        var stoppable = new Stoppable();
        stoppable.enter();
        stoppable.stop(Stoppable.Reason.CANCELLED);
        stoppable.leave();
        assertThat(stoppable.leaveBehind()).isFalse();
    }

    @Test
    void the_first_reason_stands() {
        var stoppable = new Stoppable();
        stoppable.stop(Stoppable.Reason.TIMEOUT);
        stoppable.stop(Stoppable.Reason.CANCELLED);
        assertThat(stoppable.reason()).contains(Stoppable.Reason.TIMEOUT);
    }
}
