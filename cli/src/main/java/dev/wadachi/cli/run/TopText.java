package dev.wadachi.cli.run;

import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.HostUse;
import dev.wadachi.engine.Occupant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Who holds what on this machine, for people.
final class TopText {

    private TopText() {}

    /// @param width how many characters fit on a line
    static String of(HostUse host, Instant now, int width) {
        StringBuilder text = new StringBuilder(host.coresHeld() + " of " + Quantity.count(host.cores(), "core")
                + " held, " + memory(host.memoryHeld()) + " of " + memory(host.memory()) + " claimed");
        if (host.gpus() > 0) {
            text.append(", ").append(host.gpusHeld()).append(" of ").append(Quantity.count(host.gpus(), "GPU"));
        }
        text.append('\n');
        if (host.occupants().isEmpty()) {
            return text.append("no body of half a second or more runs on this machine\n")
                    .toString();
        }
        Columns columns =
                Columns.headed("process", "user", "project", "run", "state", "for", "cores", "memory", "GPUs", "task");
        for (Occupant occupant : host.occupants()) {
            columns.row(
                    Long.toString(occupant.process()),
                    occupant.user(),
                    occupant.project(),
                    occupant.run(),
                    state(occupant, host),
                    Quantity.of(occupant.age(now)),
                    Integer.toString(occupant.cores()),
                    occupant.memory() == 0 ? "" : memory(occupant.memory()),
                    gpus(occupant),
                    occupant.task());
        }
        return text.append('\n').append(columns.text(width)).append('\n').toString();
    }

    private static String state(Occupant occupant, HostUse host) {
        return switch (occupant.state()) {
            case RUNS -> "runs";
            case LOADS -> "loads";
            case WAITS -> "waits for " + wanted(occupant, host);
        };
    }

    /// What of its claim is not to be had; nothing may be missing just now.
    private static String wanted(Occupant occupant, HostUse host) {
        List<String> missing = new ArrayList<>();
        if (occupant.memory() > host.memory() - host.memoryHeld()) {
            missing.add("memory");
        }
        if (occupant.gpus() > host.gpus() - host.gpusHeld()) {
            missing.add("GPUs");
        }
        if (occupant.cores() > host.cores() - host.coresHeld()) {
            missing.add("cores");
        }
        return missing.isEmpty() ? "its turn" : String.join(", ", missing);
    }

    /// How many, and which where that is known: `2 (0,1)`.
    private static String gpus(Occupant occupant) {
        if (occupant.gpus() == 0) {
            return "";
        }
        return occupant.gpus()
                + (occupant.devices().isEmpty()
                        ? ""
                        : occupant.devices().stream().map(String::valueOf).collect(Collectors.joining(",", " (", ")")));
    }

    /// As `@Needs` writes it: units of 1,024.
    private static String memory(long bytes) {
        long megabytes = bytes >> 20;
        return megabytes >= 10 * 1_024 ? (megabytes + 512) / 1_024 + "GB" : megabytes + "MB";
    }
}
