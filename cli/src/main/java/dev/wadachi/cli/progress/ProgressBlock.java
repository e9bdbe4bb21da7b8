package dev.wadachi.cli.progress;

import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.engine.Event;
import dev.wadachi.store.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A few lines at the foot of the terminal that are written over as the run goes on.
///
/// Line wrap is switched off while they are drawn: a line that wrapped would take two, and the next block would start
/// in the wrong place. So the terminal's width need not be known.
final class ProgressBlock implements Progress {

    private static final int MOST_LINES = 8;
    private static final long PAUSE = Duration.ofMillis(60).toNanos();

    private final Terminal terminal;
    private final String title;
    private final Account account = new Account();
    private int lines;
    private long drawn = System.nanoTime() - PAUSE;

    ProgressBlock(Terminal terminal, String title) {
        this.terminal = terminal;
        this.title = title;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public synchronized void on(Event event) {
        account.note(event);
        if (event instanceof Event.Warned(String text)) {
            say("warning: " + text);
        }
        long now = System.nanoTime();
        if (now - drawn >= PAUSE) {
            drawn = now;
            draw(now);
        }
    }

    @Override
    public synchronized void tick() {
        if (!account.running().isEmpty()) {
            drawn = System.nanoTime();
            draw(drawn);
        }
    }

    @Override
    public synchronized void say(String line) {
        erase();
        terminal.err().println(line);
    }

    @Override
    public synchronized void close() {
        erase();
    }

    private void draw(long now) {
        List<String> block = block(now);
        StringBuilder text = new StringBuilder("\033[?7l").append(up());
        block.forEach(line -> text.append(line).append("\033[K\n"));
        terminal.err().print(text.append("\033[J\033[?7h"));
        terminal.err().flush();
        lines = block.size();
    }

    private void erase() {
        terminal.err().print(up() + "\033[J");
        terminal.err().flush();
        lines = 0;
    }

    private String up() {
        return lines == 0 ? "" : "\033[" + lines + "A\r";
    }

    private List<String> block(long now) {
        List<String> block = new ArrayList<>();
        block.add(terminal.bold(title) + "  " + account.ended() + " of " + account.tasks() + " tasks" + counts());
        List<Account.Running> running = account.running();
        Columns columns = Columns.plain();
        running.stream()
                .limit(MOST_LINES)
                .forEach(task -> columns.row(
                        "  " + task.label(),
                        Quantity.of(Duration.ofNanos(now - task.since())),
                        task.share() < 0 ? "" : String.format(Locale.ROOT, "%3.0f %%", task.share() * 100),
                        task.message()));
        block.addAll(columns.lines());
        if (running.size() > MOST_LINES) {
            block.add(terminal.faint("  … " + (running.size() - MOST_LINES) + " more"));
        }
        return block;
    }

    private String counts() {
        Map<Outcome, Integer> counts = account.counts();
        List<String> parts = new ArrayList<>();
        part(parts, counts, Outcome.RAN, "ran");
        part(parts, counts, Outcome.HIT, "up to date");
        part(parts, counts, Outcome.FAILED, "failed");
        part(parts, counts, Outcome.SKIPPED, "skipped");
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    private static void part(List<String> parts, Map<Outcome, Integer> counts, Outcome outcome, String word) {
        int count = counts.getOrDefault(outcome, 0);
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
