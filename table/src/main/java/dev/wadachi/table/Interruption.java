package dev.wadachi.table;

import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.sql.SQLException;
import java.sql.Statement;

/// Lets [Thread#interrupt] reach a statement that sits in native code: whoever interrupts cancels it.
///
/// The JDK tells only channels of an interruption at the moment that it happens, so this poses as one.
final class Interruption extends AbstractInterruptibleChannel {
    private final Runnable cancel;

    private Interruption(Runnable cancel) {
        this.cancel = cancel;
    }

    /// What runs while an interruption cancels the statement.
    @FunctionalInterface
    interface Work<R> {
        R run() throws SQLException;
    }

    /// Runs the work; an interruption ends it, and the thread stays marked as interrupted.
    ///
    /// @throws ClosedByInterruptException if the thread was interrupted before or while the work ran
    static <R> R guard(Statement statement, Work<R> work) throws SQLException, ClosedByInterruptException {
        return guard(() -> cancel(statement), work);
    }

    /// Runs the work; an interruption ends it by this, and the thread stays marked as interrupted.
    ///
    /// @param cancel called by whoever interrupts
    /// @throws ClosedByInterruptException if the thread was interrupted before or while the work ran
    static <R> R guard(Runnable cancel, Work<R> work) throws SQLException, ClosedByInterruptException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        try (var guard = new Interruption(cancel)) {
            return guard.run(work);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private <R> R run(Work<R> work) throws SQLException, java.io.IOException {
        boolean completed = false;
        begin();
        try {
            R result = work.run();
            completed = true;
            return result;
        } finally {
            end(completed);
        }
    }

    @Override
    protected void implCloseChannel() {
        cancel.run();
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // The statement is over already; there is nothing left to cancel.
        }
    }
}
