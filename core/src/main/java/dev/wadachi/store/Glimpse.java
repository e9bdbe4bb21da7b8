package dev.wadachi.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What a list of tasks needs of every trace: a few members, found where they stand in the sealed text, for a list of
/// ten thousand traces would otherwise spend most of its time on reading the rest of them.
///
/// @param task the task's name
/// @param project the project that computed the result; empty if none is said
/// @param started when its body started, so that a later moment is a greater text
record Glimpse(String task, String project, String started) {

    /// Members of the object itself are those that two blanks stand before: sealed objects are written so.
    private static final byte[] TASK = start("task");

    private static final byte[] PROJECT = start("project");
    private static final byte[] STARTED = start("started");

    /// Empty where the bytes are damaged, or these members have to be read properly to be understood.
    static Optional<Glimpse> of(byte[] sealed) {
        if (!SealedJson.isIntact(sealed)) {
            return Optional.empty();
        }
        Optional<String> task = text(sealed, TASK);
        Optional<String> started = text(sealed, STARTED);
        return task.isEmpty() || started.isEmpty()
                ? Optional.empty()
                : text(sealed, PROJECT).map(project -> new Glimpse(task.get(), project, comparable(started.get())));
    }

    static Glimpse of(Recorded recorded) {
        Origin origin = recorded.trace().origin();
        return new Glimpse(recorded.trace().key().task(), origin.project(), comparable(origin.started()));
    }

    /// Without the zone's letter, which would stand behind a dot: 12:30:04Z is before 12:30:04.5Z.
    private static String comparable(Instant started) {
        return comparable(started.toString());
    }

    private static String comparable(String started) {
        return started.endsWith("Z") ? started.substring(0, started.length() - 1) : started;
    }

    private static byte[] start(String member) {
        return ("\n  \"" + member + "\": \"").getBytes(StandardCharsets.US_ASCII);
    }

    private static Optional<String> text(byte[] json, byte[] start) {
        int from = indexOf(json, start);
        if (from < 0) {
            return Optional.empty();
        }
        int end = from;
        while (json[end] != '"') {
            if (json[end] == '\\') {
                return Optional.empty();
            }
            end++;
        }
        return Optional.of(new String(json, from, end - from, StandardCharsets.UTF_8));
    }

    /// Where what begins so goes on; -1 if nothing does. A line's end is in no text, so there is one such place.
    private static int indexOf(byte[] json, byte[] start) {
        for (int i = 0; i + start.length < json.length; i++) {
            if (json[i] == '\n' && Arrays.equals(json, i, i + start.length, start, 0, start.length)) {
                return i + start.length;
            }
        }
        return -1;
    }
}
