package dev.wadachi.store;

import dev.wadachi.digest.Hasher;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// New run ids: in order within this process, and apart between processes and hosts by four digits of a digest.
final class RunIds {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int APART = 4;

    private final Clock clock;
    private long last;

    RunIds(Clock clock) {
        this.clock = clock;
    }

    /// An id later than all before it; two runs of one millisecond get two.
    synchronized RunId next() {
        last = Math.max(clock.millis(), last + 1);
        ProcessIdentity process = ProcessIdentity.current();
        String apart = Hasher.create()
                .text(process.host())
                .number(process.pid())
                .number(process.started())
                .number(last)
                .finish()
                .hex()
                .substring(0, APART);
        return new RunId(TIME.format(Instant.ofEpochMilli(last)) + "-" + apart);
    }
}
