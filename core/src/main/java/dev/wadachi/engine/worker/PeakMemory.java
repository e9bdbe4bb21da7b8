package dev.wadachi.engine.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory that this process has held so far, in bytes.
public final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final long EVERY_NANOS = 20_000_000;

    private static volatile long known;
    private static volatile long askedAt = System.nanoTime() - EVERY_NANOS;

    private PeakMemory() {}

    /// As the operating system counts it where it tells, else as the JVM does. At most some milliseconds old: short
    /// bodies come by the thousand, and asking costs a file.
    public static long bytes() {
        long now = System.nanoTime();
        if (now - askedAt >= EVERY_NANOS) {
            askedAt = now;
            known = ask();
        }
        return known;
    }

    private static long ask() {
        try {
            return Files.isReadable(STATUS) ? peak(Files.readString(STATUS)) : ofJvm();
        } catch (IOException e) {
            return ofJvm();
        }
    }

    private static long peak(String status) {
        return status.lines()
                .filter(line -> line.startsWith(PEAK))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseGet(PeakMemory::ofJvm);
    }

    private static long ofJvm() {
        return Runtime.getRuntime().totalMemory();
    }
}
