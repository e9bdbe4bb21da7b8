package dev.wadachi.engine;

import dev.wadachi.task.Effort;
import dev.wadachi.task.Needs;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a body claims while it runs.
///
/// @param cores processor cores, at least 1
/// @param memory bytes, 0 for no claim
/// @param gpus graphics processors
record Claim(int cores, long memory, int gpus) {

    static final Claim ONE_CORE = new Claim(1, 0, 0);

    private static final Pattern MEMORY = Pattern.compile("(\\d{1,15})\\s*(B|KB|MB|GB|TB)");

    static Claim of(@Nullable Needs needs) {
        return needs == null ? ONE_CORE : new Claim(needs.cores(), bytes(needs.memory()), needs.gpus());
    }

    static Claim of(Effort effort) {
        return new Claim(effort.cores(), bytes(effort.memory()), effort.gpus());
    }

    Claim {
        if (cores < 1 || memory < 0 || gpus < 0) {
            throw new IllegalArgumentException("@Needs takes at least 1 core and no negative amounts, but says cores="
                    + cores + ", memory=" + memory + ", gpus=" + gpus);
        }
    }

    /// What is claimed again when a waiting body goes on: memory and GPUs, in whose memory its data are, it kept.
    Claim coresAlone() {
        return new Claim(cores, 0, 0);
    }

    private static long bytes(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        Matcher matcher = MEMORY.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a claim of memory (@Needs) is a number and a unit, such as \"512MB\" or \"4GB\", but was \"" + text
                            + "\"");
        }
        int power = "BKMGT".indexOf(matcher.group(2).charAt(0));
        return Long.parseLong(matcher.group(1)) << (10 * power);
    }
}
