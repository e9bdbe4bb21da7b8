package dev.wadachi.cli.progress;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// A few lines at the foot of the terminal that are written over.
///
/// Line wrap is switched off while they are drawn: a line that wrapped would take two, and the next block would start
/// in the wrong place. So the terminal's width need not be known. Used by one thread at a time.
final class Footer {

    private static final long PAUSE = Duration.ofMillis(60).toNanos();

    private final Terminal terminal;
    private int lines;
    private long drawn = System.nanoTime() - PAUSE;

    Footer(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Draws the lines, unless others were drawn just now.
    void drawSoon(Supplier<List<String>> block) {
        if (System.nanoTime() - drawn >= PAUSE) {
            draw(block.get());
        }
    }

    /// Draws the lines over those that are there.
    void draw(List<String> block) {
        drawn = System.nanoTime();
        StringBuilder text = new StringBuilder("\033[?7l").append(up());
        block.forEach(line -> text.append(line).append("\033[K\n"));
        terminal.err().print(text.append("\033[J\033[?7h"));
        terminal.err().flush();
        lines = block.size();
    }

    /// Takes the lines away.
    void erase() {
        terminal.err().print(up() + "\033[J");
        terminal.err().flush();
        lines = 0;
    }

    private String up() {
        return lines == 0 ? "" : "\033[" + lines + "A\r";
    }
}
