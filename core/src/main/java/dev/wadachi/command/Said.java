package dev.wadachi.command;

import dev.wadachi.task.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a program says, byte by byte: lines for the task's log, the last of them for failures, and its progress.
///
/// Bytes that are no UTF-8 become `�`. Of a line that was drawn over, as a progress bar is, its last state counts.
final class Said {

    private static final int LAST = 20;

    /// Whatever comes without a line end is cut here.
    private static final int LONGEST = 1 << 16;

    private static final Pattern PROGRESS = Pattern.compile("progress (0(?:\\.\\d+)?|1(?:\\.0+)?)(?: (.*))?");

    private final Context in;
    private final UnaryOperator<String> mask;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private final Deque<String> last = new ArrayDeque<>();

    /// @param mask what others may read of a line
    Said(Context in, UnaryOperator<String> mask) {
        this.in = in;
        this.mask = mask;
    }

    void hear(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                line();
            } else {
                unfinished.write(bytes[i]);
                if (unfinished.size() == LONGEST) {
                    line();
                }
            }
        }
    }

    /// Nothing follows: what was begun is a line, too.
    void end() {
        if (unfinished.size() > 0) {
            line();
        }
    }

    private void line() {
        String text = unfinished.toString(StandardCharsets.UTF_8);
        unfinished.reset();
        String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        String line = mask.apply(whole.substring(whole.lastIndexOf('\r') + 1));
        Matcher progress = PROGRESS.matcher(line);
        if (progress.matches()) {
            String message = progress.group(2);
            in.progress(Double.parseDouble(progress.group(1)), message == null ? "" : message);
        } else {
            in.log(line);
            last.addLast(line);
            if (last.size() > LAST) {
                last.removeFirst();
            }
        }
    }

    List<String> lastLines() {
        return List.copyOf(last);
    }
}
