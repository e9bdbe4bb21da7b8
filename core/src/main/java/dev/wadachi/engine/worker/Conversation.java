package dev.wadachi.engine.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/// A worker's side of the [Wire]: what the body tells, and what it asks and waits for. Thread-safe.
final class Conversation {

    private final Wire wire;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();

    Conversation(Wire wire) {
        this.wire = wire;
    }

    /// Says something that needs no answer.
    void tell(Message message) {
        try {
            wire.send(message);
        } catch (IOException gone) {
            throw new UncheckedIOException("the run that this worker belongs to is gone", gone);
        }
    }

    /// Asks, and waits for the answer.
    ///
    /// @throws RuntimeException whatever is thrown at the body in place of an answer
    Answer ask(Question question) {
        long number = numbers.incrementAndGet();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        open.put(number, answer);
        try {
            tell(new Message.Ask(number, question));
            return thrownIfRefused(answer.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the body was told to stop while it waited for the run", stopped);
        } catch (ExecutionException impossible) {
            throw new AssertionError("an answer never fails", impossible);
        } finally {
            open.remove(number);
        }
    }

    /// An answer arrived; it may be one that nobody waits for any more.
    void answered(Message.Answered message) {
        CompletableFuture<Answer> waiting = open.get(message.number());
        if (waiting != null) {
            waiting.complete(message.answer());
        }
    }

    private static Answer thrownIfRefused(Answer answer) {
        if (answer instanceof Answer.Refused(Thrown thrown)) {
            throw thrown;
        }
        return answer;
    }
}
