package dev.wadachi.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What one body says, line by line, while it runs: kept for the trace and handed to a listener.
///
/// Thread-safe: threads that the body starts may write too. Bounded: a body that never stops talking must not fill
/// the memory.
final class BodyLog {

    private static final int LARGEST = 8 << 20;

    private final UnaryOperator<String> mask;
    private final Consumer<String> listener;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream(0);
    private long dropped;
    private volatile boolean ended;

    /// @param mask what others may read of a line
    BodyLog(UnaryOperator<String> mask, Consumer<String> listener) {
        this.mask = mask;
        this.listener = listener;
    }

    /// The body is over: what threads that it started say later, pooled ones above all, is not its own any more.
    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    /// Adds lines; of an empty text, one that is empty.
    void lines(String text) {
        if (text.isEmpty()) {
            line(text);
        } else {
            text.lines().forEach(this::line);
        }
    }

    /// Adds raw output: bytes of UTF-8 in which lines end with a line feed.
    void write(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    private void write(byte one) {
        String line = null;
        synchronized (this) {
            if (one != '\n') {
                unfinished.write(one);
            } else {
                line = unfinished.toString(StandardCharsets.UTF_8);
                unfinished.reset();
            }
        }
        if (line != null) {
            line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
    }

    private void line(String said) {
        String line = mask.apply(said);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            if (kept.size() + bytes.length < LARGEST) {
                kept.writeBytes(bytes);
                kept.write('\n');
            } else {
                dropped++;
            }
        }
        listener.accept(line);
    }

    /// Everything so far; empty if nothing was said.
    byte[] bytes() {
        String rest;
        synchronized (this) {
            rest = unfinished.toString(StandardCharsets.UTF_8);
            unfinished.reset();
        }
        if (!rest.isEmpty()) {
            line(rest);
        }
        synchronized (this) {
            if (dropped > 0) {
                kept.writeBytes(("(" + dropped + " more lines were not kept)\n").getBytes(StandardCharsets.UTF_8));
                dropped = 0;
            }
            return kept.toByteArray();
        }
    }
}
