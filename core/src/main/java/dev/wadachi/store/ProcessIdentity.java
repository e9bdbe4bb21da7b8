package dev.wadachi.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// One process on one host, never mistaken for a later one with the same number.
///
/// @param host the machine's name
/// @param pid the process's number there
/// @param started when it started, in milliseconds since 1970, or 0 where the system does not say
public record ProcessIdentity(String host, long pid, long started) {

    /// How far apart two readings of one process's start may lie: systems compute it from ticks since boot.
    private static final long CLOCK_SLACK_MILLIS = 2_000;

    private static final ProcessIdentity CURRENT =
            new ProcessIdentity(hostName(), ProcessHandle.current().pid(), startOf(ProcessHandle.current()));

    /// This process.
    public static ProcessIdentity current() {
        return CURRENT;
    }

    /// Whether the process is known to have ended. Of another host's processes nothing is known.
    public boolean isGone() {
        if (!host.equals(CURRENT.host)) {
            return false;
        }
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isEmpty() || !handle.get().isAlive()) {
            return true;
        }
        long now = startOf(handle.get());
        return started != 0 && now != 0 && Math.abs(now - started) > CLOCK_SLACK_MILLIS;
    }

    /// Whether the process runs, or ran, on this machine.
    public boolean isHere() {
        return host.equals(CURRENT.host);
    }

    /// `<host>-<pid>-<started>`, fit for a file's name; [#parse] reads it.
    public String text() {
        return Names.escape(host) + "-" + pid + "-" + started;
    }

    /// Reads what [#text] wrote for a process of this host or another.
    public static Optional<ProcessIdentity> parse(String text) {
        int last = text.lastIndexOf('-');
        int middle = text.lastIndexOf('-', last - 1);
        if (middle < 1) {
            return Optional.empty();
        }
        String host = text.substring(0, middle);
        try {
            return Optional.of(new ProcessIdentity(
                    host.equals(Names.escape(CURRENT.host)) ? CURRENT.host : host,
                    Long.parseLong(text.substring(middle + 1, last)),
                    Long.parseLong(text.substring(last + 1))));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// Asks the network only where nothing nearer knows: a name server may take seconds to say that it does not.
    private static String hostName() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .or(() -> firstLine(Path.of("/proc/sys/kernel/hostname")))
                .orElseGet(ProcessIdentity::networkName);
    }

    private static Optional<String> firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().filter(line -> !line.isBlank());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static String networkName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
